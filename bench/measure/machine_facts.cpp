// SPDX-License-Identifier: Apache-2.0
#include "bench/measure/machine_facts.hpp"

#include <fmt/format.h>
#include <sys/utsname.h>

#include <fstream>
#include <thread>

#include "base/time.hpp"
#include "bench/measure/child.hpp"
#include "bench/measure/folder.hpp"

#include "base/testing/source_path.hpp"

namespace tamga::bench {
namespace {

std::string line_after(std::string const& file, std::string const& key) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(key)) continue;
    auto const from = line.find_first_not_of(": \t", key.size());
    return from == std::string::npos ? "" : line.substr(from);
  }
  return "";
}

std::string first_line(std::vector<std::string> command) {
  std::string text = output_of(std::move(command), true);
  return text.substr(0, text.find('\n'));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> machine_facts() {
  utsname kernel{};
  uname(&kernel);
  std::string const os = line_after("/etc/os-release", "PRETTY_NAME=");
  return {
      {"processor", line_after("/proc/cpuinfo", "model name")},
      {"cores", std::to_string(std::thread::hardware_concurrency())},
      {"memory", line_after("/proc/meminfo", "MemTotal")},
      {"kernel", kernel.release},
      {"system", os.size() > 2 ? os.substr(1, os.size() - 2) : os},
      {"file system", first_line({"stat", "-f", "-c", "%T", work_root().string()})},
      {"compiler", "g++ " __VERSION__},
      {"PostgreSQL", first_line({"/usr/lib/postgresql/15/bin/postgres", "--version"})},
      {"Redis", first_line({"redis-server", "--version"})},
      {"wrk", first_line({"wrk", "--version"})},
      {"revision", first_line({"git", "-C", source_path("").string(), "describe", "--always", "--dirty"})},
      {"day", Date::of(SystemClock().now()).text()},
  };
}

}  // namespace tamga::bench
