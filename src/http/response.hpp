// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "http/event_channel.hpp"

namespace tamga::http {

/// A body too long to hold: pulled piece by piece, one pull after the previous piece was taken by the
/// network, so a slow reader slows the source down and memory stays at one piece.
class BodySource {
 public:
  virtual ~BodySource() = default;
  /// Appends the next piece (16-256 KiB is good) to `chunk`, which comes empty. True: call again. False: that
  /// was the end. An error breaks the connection, so that the client cannot take half a body for the whole.
  /// Runs on the worker pool, never on two threads at once; destroyed there too, unless the server is
  /// stopping.
  virtual Result<bool> next(std::string& chunk) = 0;
};

struct RequestDone;

struct Header {
  std::string name;
  std::string value;
};

/// What the application answers. Exactly one of `body`, `stream` and `events` carries the content. The server
/// itself writes Date, Connection, Content-Length, Transfer-Encoding, X-Request-Id and its security headers;
/// a security header set here replaces the server's.
struct Response {
  int status = 200;
  std::string content_type;  ///< no Content-Type when empty
  std::vector<Header> headers;
  std::string body;
  std::unique_ptr<BodySource> stream;
  std::shared_ptr<EventChannel> events;
  /// Called once when all of it was given to the network, on the connection's thread: must be quick. Not
  /// called of an answer that came too late or whose client was gone.
  std::function<void(RequestDone const&)> on_done{};

  static Response json(int status, std::string body) {
    return of(status, "application/json", std::move(body));
  }
  static Response text(int status, std::string body) {
    return of(status, "text/plain; charset=utf-8", std::move(body));
  }
  static Response no_content() { return of(204, {}, {}); }
  static Response of(int status, std::string_view content_type, std::string body);
  static Response streamed(int status, std::string_view content_type, std::unique_ptr<BodySource> source);
  /// text/event-stream fed by `channel` until one side ends it.
  static Response event_stream(std::shared_ptr<EventChannel> channel);

  Response& header(std::string name, std::string value) & {
    headers.push_back({std::move(name), std::move(value)});
    return *this;
  }
  Response&& header(std::string name, std::string value) && {
    headers.push_back({std::move(name), std::move(value)});
    return std::move(*this);
  }
};

}  // namespace tamga::http
