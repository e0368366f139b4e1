// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "bench/measure/rounds.hpp"

namespace tamga::bench {

/// One request of a walk.
struct WebRequest {
  std::string method = "GET";
  std::string target;
  std::string body{};
};

/// Writes the script by which wrk walks over the requests again and again; every request is formatted once,
/// before the time that counts.
void write_walk(std::filesystem::path const& script, std::vector<WebRequest> const& requests);

/// wrk with one thread and 64 connections. Requests a second; processor time of the generator and, by
/// `server_cpu`, of the server. Anything but 200 ends the benchmark.
Sample wrk(std::string const& url, std::filesystem::path const& script, int seconds,
           std::function<double()> const& server_cpu);

}  // namespace tamga::bench
