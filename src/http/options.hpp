// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace tamga::http {

/// Everything a client could otherwise make us hold without end.
struct Limits {
  std::size_t header_bytes = 16 * 1024;  ///< request line and headers; 431
  std::size_t header_count = 64;         ///< 431
  std::size_t target_bytes = 4 * 1024;   ///< 414
  std::size_t body_bytes = 1024 * 1024;  ///< for routes that name no limit of their own; 413
  std::size_t connections = 20'000;      ///< 503 and close
  /// Per client address; 0 = no limit, which is right behind a proxy, where all share one address.
  std::size_t connections_per_address = 0;
  std::size_t in_flight = 1024;     ///< requests with workers or awaiting a Responder; 503
  std::size_t worker_queue = 1024;  ///< requests waiting for a worker; 503
};

/// How long each state of a connection may last.
struct Timeouts {
  std::chrono::milliseconds header{10'000};  ///< from the first byte of a head to its last; 408
  std::chrono::milliseconds idle{30'000};    ///< between requests
  /// Bodies and answers move at no less than `bytes_per_second` after `grace`, and no body takes longer than
  /// `body`.
  std::chrono::milliseconds grace{5'000};
  std::chrono::milliseconds body{60'000};
  std::size_t bytes_per_second = 1024;
  std::chrono::milliseconds answer{60'000};      ///< a handler elsewhere, a pull of a stream; 503
  std::chrono::milliseconds heart_beat{15'000};  ///< a comment on an idle event stream
  std::chrono::milliseconds linger{2'000};       ///< after our last byte, for the client to read it and close
};

/// One answered request, for metrics and the access log.
struct RequestDone {
  std::string_view route;  ///< pattern; empty when none matched
  Method method;
  int status;
  std::chrono::microseconds duration;  ///< head complete until the answer was handed to the socket
  std::uint64_t body_bytes_sent;
  std::string const& request_id;
};

struct Options {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;       ///< 0: any free one
  unsigned io_threads = 0;      ///< 0: one per core
  unsigned worker_threads = 0;  ///< 0: one per core, at least two
  Limits limits;
  Timeouts timeouts;
  /// Addresses whose X-Forwarded-For and X-Request-Id are believed.
  std::vector<std::string> trusted_proxies;
  std::chrono::seconds retry_after{1};
  /// On every response unless the response sets the same name.
  std::vector<Header> security_headers = {
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Cache-Control", "no-store"},
      {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
  };
  /// Answers GET and HEAD of paths that no route has; nothing from it, or no such function: HTTP_NOT_FOUND.
  /// Runs on the socket's thread: from memory, in microseconds.
  std::function<std::optional<Response>(Request const&)> fallback;
  /// Draws an error of this room for the client; plain text with the error's name by default. The request may
  /// be half read: only its id and address are certain. Called from any thread of the server.
  std::function<Response(Error const&, Request const&)> render_error;
  /// Called on the connection's thread: must be quick and thread-safe.
  std::function<void(RequestDone const&)> on_request_done;
};

/// What /metrics shows. Counters since the start, except the two gauges.
struct Stats {
  std::uint64_t connections = 0;  ///< gauge
  std::uint64_t in_flight = 0;    ///< gauge: with workers or awaiting a Responder
  std::uint64_t accepted = 0;
  std::uint64_t refused_connections = 0;
  std::array<std::uint64_t, 6> responses_by_class{};  ///< [2] counts 2xx
  std::uint64_t timeouts = 0;
  std::uint64_t bytes_received = 0;
  std::uint64_t bytes_sent = 0;
};

}  // namespace tamga::http
