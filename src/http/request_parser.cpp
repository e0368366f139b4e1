// SPDX-License-Identifier: Apache-2.0
#include "http/request_parser.hpp"

#include <algorithm>

#include "http/errors.hpp"
#include "http/text.hpp"

namespace tamga::http {
namespace {

namespace beast_http = boost::beast::http;

std::string_view plain(boost::beast::string_view text) { return {text.data(), text.size()}; }

/// Visible ASCII; a fragment never travels (RFC 3986, 3.5).
bool is_clean_target(std::string_view target) {
  return std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7F && c != '#'; });
}

/// "METHOD target HTTP/d.d", whatever the digits: a version we do not speak, not a broken request line.
bool names_a_version(std::string_view head) {
  auto const line = head.substr(0, head.find('\r'));
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (line.size() < 9 || std::count(line.begin(), line.end(), ' ') != 2) return false;
  auto const version = line.substr(line.size() - 9);
  return version.starts_with(" HTTP/") && is_digit(version[6]) && version[7] == '.' && is_digit(version[8]);
}

/// "http://host/path" is what a client sends to a proxy; we answer for every host (RFC 9112, 3.2.2).
std::string_view without_authority(std::string_view target) {
  for (std::string_view const scheme : {"http://", "https://"}) {
    if (target.size() < scheme.size() || !iequals(target.substr(0, scheme.size()), scheme)) continue;
    auto const slash = target.find('/', scheme.size());
    return slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
  }
  return target;
}

}  // namespace

RequestParser::RequestParser(Request& request, Limits const& limits) : request_(request), limits_(limits) {
  header_limit(static_cast<std::uint32_t>(std::min<std::size_t>(limits.header_bytes, 1U << 30U)));
  body_limit(boost::none);
  eager(false);
}

std::optional<Error> RequestParser::read_head(std::string_view head) {
  error_code ec;
  put({head.data(), head.size()}, ec);
  if (ec == beast_http::error::bad_version && names_a_version(head)) return Error(kVersion);
  return take(ec);
}

std::optional<Error> RequestParser::limit_body(std::size_t bytes) {
  body_limit_ = bytes;
  auto const announced = content_length();
  if (announced && *announced > bytes)
    return Error(kBodyTooLarge).with("limit", std::to_string(bytes)).with("size", std::to_string(*announced));
  return std::nullopt;
}

RequestParser::Step RequestParser::read_body(std::string_view bytes, std::size_t& used) {
  // "0", CRLF, CRLF is the shortest end of a chunked body. Beast asserts that it never sees less of it.
  constexpr std::size_t kShortestEnd = 5;
  in_body_ = true;
  eager(true);
  used = 0;
  while (!is_done()) {
    if (chunked() && bytes.size() - used < kShortestEnd) return Step::NeedMore;
    error_code ec;
    auto const n = put({bytes.data() + used, bytes.size() - used}, ec);
    used += n;
    if (ec == beast_http::error::need_more) return Step::NeedMore;
    if (auto error = take(ec)) {
      error_ = std::move(error);
      return Step::Failed;
    }
    if (!is_done() && used == bytes.size()) return Step::NeedMore;
  }
  return Step::Complete;
}

void RequestParser::refuse(ErrorKind const& kind, char const* where, error_code& ec) {
  error_ = Error(kind).at(where);
  ec = beast_http::error::bad_value;
}

std::optional<Error> RequestParser::take(error_code const& ec) {
  if (!ec) return std::nullopt;
  if (error_) return std::move(error_);
  if (ec == beast_http::error::header_limit) return Error(kHeadersTooLarge);
  return Error(kMalformed).log(ec.message());
}

void RequestParser::on_request_impl(verb, string_view method, string_view target, int version,
                                    error_code& ec) {
  version_ = version;
  if (target.size() > limits_.target_bytes) return refuse(kTargetTooLong, "/target", ec);
  if (!is_clean_target(plain(target))) return refuse(kMalformed, "/target", ec);
  auto const known = method_of(plain(method));
  if (!known) return refuse(kMethodUnknown, "/method", ec);
  request_.set_method(*known);
  request_.set_target(without_authority(plain(target)));
}

void RequestParser::on_field_impl(field id, string_view name, string_view value, error_code& ec) {
  // Trailers: nobody here reads them, and a second set of headers after the body is a tool of attack.
  if (in_body_) return refuse(kMalformed, "/trailer", ec);
  if (request_.header_count() == limits_.header_count) return refuse(kHeadersTooLarge, "/headers", ec);
  switch (id) {
    case field::host:
      if (has_host_ || value.find_first_of(" \t,/@") != string_view::npos)
        return refuse(kMalformed, "/headers/host", ec);
      has_host_ = true;
      break;
    case field::content_length:
      if (has_length_ ||
          !std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return refuse(kMalformed, "/headers/content-length", ec);
      has_length_ = true;
      break;
    case field::transfer_encoding:
      if (version_ != 11 || !iequals(plain(value), "chunked"))
        return refuse(kMalformed, "/headers/transfer-encoding", ec);
      break;
    case field::expect:
      (iequals(plain(value), "100-continue") ? expect_continue_ : expect_unknown_) = true;
      break;
    default:
      break;
  }
  request_.add_header(plain(name), plain(value));
}

void RequestParser::on_header_impl(error_code& ec) {
  if (version_ == 11 && !has_host_) refuse(kMalformed, "/headers/host", ec);
}

void RequestParser::on_body_init_impl(boost::optional<std::uint64_t> const& length, error_code&) {
  // Memory is taken as bytes arrive, not as the client announces them.
  constexpr std::uint64_t kTrusted = 256 * 1024;
  auto const expected = std::min<std::uint64_t>(length.value_or(0), kTrusted);
  request_.mutable_body().reserve(static_cast<std::size_t>(expected) + Request::kBodyPadding);
}

std::size_t RequestParser::on_body_impl(string_view body, error_code&) {
  request_.mutable_body().append(body.data(), body.size());
  return body.size();
}

void RequestParser::on_chunk_header_impl(std::uint64_t, string_view extensions, error_code& ec) {
  // One-byte chunks with long extensions would make us read without end and store nothing.
  extension_bytes_ += extensions.size();
  bool const is_clean = std::all_of(extensions.begin(), extensions.end(), [](char c) {
    return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
  });
  if (!is_clean || extension_bytes_ > limits_.header_bytes) refuse(kMalformed, "/body", ec);
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t remaining, string_view body, error_code& ec) {
  auto const held = request_.body().size();
  if (remaining > body_limit_ - std::min(held, body_limit_)) {
    error_ = Error(kBodyTooLarge).with("limit", std::to_string(body_limit_));
    ec = beast_http::error::body_limit;
    return 0;
  }
  return on_body_impl(body, ec);
}

}  // namespace tamga::http
