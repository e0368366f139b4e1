// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tamga::bench {

/// Many clients of one HTTP server, each with one connection that is kept and one request at a time, on one
/// thread: what wrk is, but every request is sent exactly once. Understands answers with Content-Length only.
class Crowd {
 public:
  Crowd(std::uint16_t port, int clients);
  ~Crowd();
  Crowd(Crowd const&) = delete;
  Crowd& operator=(Crowd const&) = delete;

  /// Sends all requests, complete as bytes, and waits for all answers. Another status ends the benchmark.
  void send(std::span<std::string const> requests, std::string_view status);

 private:
  struct Client {
    int socket = -1;
    std::string answer{};
    bool busy = false;
  };
  static void write(Client& client, std::string const& request);
  /// Reads what is there; whether the answer is complete.
  static bool read(Client& client, std::string_view status);

  int poll_ = -1;
  std::vector<Client> clients_;
};

}  // namespace tamga::bench
