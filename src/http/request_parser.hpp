// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/beast/http/basic_parser.hpp>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include "http/options.hpp"
#include "http/request.hpp"

namespace tamga::http {

/// Beast's parser filling our Request, stricter where Beast forgives: one Host, one Content-Length of digits
/// only, Transfer-Encoding "chunked" and nothing else, never both, no trailers, no bytes outside ASCII in the
/// target. One per request. Feed it a head that HeadScan called complete, then the body.
class RequestParser final : public boost::beast::http::basic_parser<true> {
 public:
  enum class Step { Complete, NeedMore, Failed };

  RequestParser(Request& request, Limits const& limits);

  /// Parses `head`, no byte more. None when all is well.
  std::optional<Error> read_head(std::string_view head);

  /// From here on a body may have this many bytes. HTTP_BODY_TOO_LARGE when the head already announced more.
  std::optional<Error> limit_body(std::size_t bytes);

  /// Parses as much of `bytes` as it can; `used` says how much. After Failed the reason is in error().
  Step read_body(std::string_view bytes, std::size_t& used);
  [[nodiscard]] Error const& error() const { return *error_; }

  [[nodiscard]] bool expects_continue() const { return expect_continue_; }
  [[nodiscard]] bool expects_unknown() const { return expect_unknown_; }
  [[nodiscard]] bool is_http_1_0() const { return version_ == 10; }

 private:
  using string_view = boost::beast::string_view;
  using error_code = boost::beast::error_code;
  using verb = boost::beast::http::verb;
  using field = boost::beast::http::field;

  void on_request_impl(verb, string_view method, string_view target, int version, error_code& ec) override;
  void on_response_impl(int, string_view, int, error_code&) override {}
  void on_field_impl(field id, string_view name, string_view value, error_code& ec) override;
  void on_header_impl(error_code& ec) override;
  void on_body_init_impl(boost::optional<std::uint64_t> const& length, error_code& ec) override;
  std::size_t on_body_impl(string_view body, error_code& ec) override;
  void on_chunk_header_impl(std::uint64_t, string_view extensions, error_code& ec) override;
  std::size_t on_chunk_body_impl(std::uint64_t remaining, string_view body, error_code& ec) override;
  void on_finish_impl(error_code&) override {}

  void refuse(ErrorKind const& kind, char const* where, error_code& ec);
  std::optional<Error> take(error_code const& ec);

  Request& request_;
  Limits const& limits_;
  std::optional<Error> error_;
  std::size_t body_limit_ = 0;
  std::size_t extension_bytes_ = 0;
  int version_ = 11;
  bool in_body_ = false;
  bool has_host_ = false;
  bool has_length_ = false;
  bool expect_continue_ = false;
  bool expect_unknown_ = false;
};

}  // namespace tamga::http
