// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "http/event_channel.hpp"
#include "http/method.hpp"

namespace tamga::http {

struct ClientResponse {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;

  /// The first header of that name, whatever its case.
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
};

/// A blocking HTTP/1.1 client for tests, the demonstration, the benchmark and health checks on the same
/// machine: keep-alive, chunked bodies, event streams. No TLS, no redirects, no proxies. Not thread-safe.
/// Failures: HTTP_CONNECT, HTTP_EXCHANGE (broken or timed out; the connection is then closed).
class Client {
 public:
  using Headers = std::vector<std::pair<std::string, std::string>>;

  Client(std::string host, std::uint16_t port, std::chrono::milliseconds timeout = std::chrono::seconds(30));
  ~Client();
  Client(Client&&) noexcept;
  Client& operator=(Client&&) noexcept;

  /// Sends one request and reads the whole response, over the connection of the previous one when both sides
  /// kept it.
  Result<ClientResponse> send(Method method, std::string_view target, Headers const& headers = {},
                              std::string_view body = {});

  /// Sends one request and reads the head only; the body follows through read_piece or read_event.
  Result<ClientResponse> open(Method method, std::string_view target, Headers const& headers = {},
                              std::string_view body = {});
  /// The next bytes of the body as they come; empty at its end.
  Result<std::string> read_piece();
  /// The next event of a text/event-stream; comments are skipped; none at the end.
  Result<std::optional<Event>> read_event();

  void close();

 private:
  class Exchange;

  Result<void> connect();
  Result<void> write(std::string_view bytes);
  /// Reads once into the buffer; false at the end of the connection.
  Result<bool> fill();

  std::string host_;
  std::uint16_t port_;
  std::chrono::milliseconds timeout_;
  int socket_ = -1;
  bool connection_kept_ = false;
  std::string buffer_;
  std::string events_;
  std::unique_ptr<Exchange> exchange_;
};

}  // namespace tamga::http
