// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "http/method.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace tamga::http {

/// The duty to answer one request, now or later, from any thread, once. Dropped without an answer it answers
/// 500 itself, so no client waits for a forgotten request. May outlive the connection and the server: the
/// answer then goes nowhere.
class Responder {
 public:
  /// Receives the answer, or nothing when the responder was dropped.
  using Sink = std::function<void(std::optional<Response>)>;

  explicit Responder(Sink sink) : sink_(std::move(sink)) {}
  Responder(Responder&& other) noexcept : sink_(std::exchange(other.sink_, nullptr)) {}
  Responder& operator=(Responder&& other) noexcept;
  Responder(Responder const&) = delete;
  Responder& operator=(Responder const&) = delete;
  ~Responder();

  void send(Response response);

 private:
  Sink sink_;
};

/// Where the handler runs. Inline: on the socket's thread, which serves nobody else meanwhile; only for work
/// of microseconds in memory. Worker: on the bounded pool; 503 when its queue is full.
enum class Run { Inline, Worker };

struct RouteOptions {
  std::optional<std::size_t> max_body_bytes;  ///< Limits::body_bytes when empty
  Run run = Run::Inline;
  /// A request with a body up to this size runs inline all the same: to wake a worker would cost more than
  /// the work.
  std::size_t inline_body_bytes = 0;

  [[nodiscard]] bool runs_inline(Request const& request) const {
    return run == Run::Inline || (!request.body().empty() && request.body().size() <= inline_body_bytes);
  }
};

using Handler = std::function<Response(Request&)>;
/// Answers through the responder when it can, for instance from the thread that commits a group of documents.
using AsyncHandler = std::function<void(Request&&, Responder)>;

/// One line of the route table. In the pattern a segment is literal, `{name}` (one segment, captured decoded)
/// or, as the last one, `{name*}` (one or more segments). Literals win over captures. A GET route also
/// answers HEAD.
struct Route {
  Method method;
  std::string pattern;
  RouteOptions options;
  std::variant<Handler, AsyncHandler> handler;
};

}  // namespace tamga::http
