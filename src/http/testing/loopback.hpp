// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the tests of this room share: a server on a free port of the loopback and a socket that sends any
// bytes.

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "http/server.hpp"

namespace tamga::http::testing {

using std::chrono_literals::operator""s;
using std::chrono_literals::operator""ms;

/// A server that runs for one test.
class Running {
 public:
  Running(std::vector<Route> routes, Options options = {})
      : server(make(std::move(options)), std::move(routes)) {
    auto const started = server.start();
    if (!started) throw std::runtime_error(describe(started.error()));
    port = *started;
  }
  Server server;
  std::uint16_t port = 0;

 private:
  static Options make(Options options) {
    if (options.io_threads == 0) options.io_threads = 2;
    return options;
  }
};

/// A client that obeys no rule. Reads give up after twenty seconds so that a broken server fails the test.
class RawSocket {
 public:
  explicit RawSocket(std::uint16_t port, int receive_buffer_bytes = 0)
      : fd_(socket(AF_INET, SOCK_STREAM, 0)) {
    if (receive_buffer_bytes > 0)
      setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof receive_buffer_bytes);
    timeval const limit{20, 0};
    setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected = ::connect(fd_, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
  }
  ~RawSocket() { close(); }
  RawSocket(RawSocket const&) = delete;
  RawSocket& operator=(RawSocket const&) = delete;

  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }
  /// False when the server has closed.
  bool send(std::string_view bytes) const {
    while (!bytes.empty()) {
      auto const n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (n <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }
  /// Reads until `end` was seen or the server closed; gives everything read so far.
  std::string const& read_until(std::string_view end) {
    while (received.find(end) == std::string::npos && read_some() > 0) {
    }
    return received;
  }
  std::string const& read_to_end() {
    while (read_some() > 0) {
    }
    return received;
  }
  /// Bytes read now; 0 when the server closed in order, negative when it reset or stayed silent.
  ssize_t read_some() {
    char buffer[4096];
    auto const n = ::recv(fd_, buffer, sizeof buffer, 0);
    if (n > 0) received.append(buffer, static_cast<std::size_t>(n));
    last = n;
    return n;
  }

  bool connected = false;
  std::string received;
  ssize_t last = 1;

 private:
  int fd_;
};

inline std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++n;
  return n;
}

/// Looks again until `condition` holds; the test fails when it does not within twenty seconds.
template <class F>
void eventually(F condition) {
  auto const deadline = std::chrono::steady_clock::now() + 20s;
  while (!condition()) {
    ASSERT_LT(std::chrono::steady_clock::now(), deadline) << "what was waited for did not happen";
    std::this_thread::yield();
  }
}

inline Route hello() {
  return {Method::Get, "/hello", {}, [](Request&) { return Response::text(200, "hello"); }};
}
inline Route echo(RouteOptions options = {}) {
  return {Method::Post, "/echo", options,
          [](Request& request) { return Response::text(200, request.body()); }};
}

}  // namespace tamga::http::testing
