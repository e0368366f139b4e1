// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "http/method.hpp"

namespace tamga::http {

/// One request, complete: head, body, and what the route captured from the path. Owns all its bytes, so it
/// may be moved to another thread; views it gives live as long as it does and are invalidated by moving it.
class Request {
 public:
  /// Bytes of spare capacity kept behind the body, so that simdjson can parse it in place.
  static constexpr std::size_t kBodyPadding = 64;
  using Pairs = std::vector<std::pair<std::string, std::string>>;

  /// A request that never was on a wire: for tests of endpoints and for calls inside the server. `target` is
  /// a path with an optional query, percent-encoded.
  static Request make(Method method, std::string_view target, Pairs const& headers = {},
                      std::string body = {});

  [[nodiscard]] Method method() const { return method_; }
  /// Path and query as received, percent-encoded.
  [[nodiscard]] std::string_view target() const { return view(target_); }
  [[nodiscard]] std::string_view path() const { return target().substr(0, path_size_); }
  /// Without the question mark; empty when there is none.
  [[nodiscard]] std::string_view query() const;

  /// Every name=value of the query, decoded (application/x-www-form-urlencoded), in order.
  [[nodiscard]] Result<Pairs> query_parameters() const;
  /// The first value of that name; none when it is absent. HTTP_QUERY when the query cannot be decoded.
  [[nodiscard]] Result<std::optional<std::string>> query_parameter(std::string_view name) const;

  /// The first header of that name, spaces trimmed; the case of `name` does not matter.
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
  [[nodiscard]] std::size_t header_count() const { return headers_.size(); }
  [[nodiscard]] std::pair<std::string_view, std::string_view> header_at(std::size_t index) const;

  /// A {name} of the route's pattern, decoded; empty when the pattern has no such name.
  [[nodiscard]] std::string_view parameter(std::string_view name) const;

  [[nodiscard]] std::string const& body() const { return body_; }
  [[nodiscard]] std::string take_body() { return std::move(body_); }

  /// Ours, or the trusted proxy's X-Request-Id; also in the response and in the log.
  [[nodiscard]] std::string const& request_id() const { return request_id_; }
  /// Address of the client without port; behind a trusted proxy the one it reports.
  [[nodiscard]] std::string const& remote_address() const { return remote_address_; }

  // For whoever fills a request: the parser, the router, the connection.
  void clear();
  void set_method(Method method) { method_ = method; }
  void set_target(std::string_view target);
  void add_header(std::string_view name, std::string_view value);
  /// `name` must outlive the request; it lies in the route table.
  void add_parameter(std::string_view name, std::string_view value);
  /// Room for captures of the whole path: adding them then moves no byte the router still looks at.
  void reserve_parameters() { text_.reserve(text_.size() + path_size_); }
  void set_request_id(std::string_view id) { request_id_.assign(id); }
  void set_remote_address(std::string_view address) { remote_address_.assign(address); }
  [[nodiscard]] std::string& mutable_body() { return body_; }

 private:
  struct Span {
    std::uint32_t offset = 0;
    std::uint32_t size = 0;
  };
  struct Parameter {
    std::string_view name;
    Span value;
  };
  Span keep(std::string_view text);
  [[nodiscard]] std::string_view view(Span span) const {
    return std::string_view(text_).substr(span.offset, span.size);
  }

  Method method_ = Method::Get;
  std::string text_;  // target, headers and parameters one after another: one allocation, reused
  Span target_;
  std::uint32_t path_size_ = 0;
  std::vector<std::pair<Span, Span>> headers_;
  std::vector<Parameter> parameters_;
  std::string body_;
  std::string request_id_;
  std::string remote_address_;
};

}  // namespace tamga::http
