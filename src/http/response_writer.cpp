// SPDX-License-Identifier: Apache-2.0
#include "http/response_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/http/status.hpp>
#include <ctime>
#include <iterator>

#include "http/text.hpp"

namespace tamga::http {
namespace {

constexpr std::array<std::string_view, 6> kOwned{"Content-Length", "Transfer-Encoding", "Connection",
                                                 "Date",           "X-Request-Id",      "Content-Type"};

bool is_owned(std::string_view name) {
  return std::any_of(kOwned.begin(), kOwned.end(), [&](auto owned) { return iequals(owned, name); });
}

bool is_token(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), boost::beast::http::detail::is_token_char);
}

void append_value(std::string& out, std::string_view value) {
  auto const start = out.size();
  out.append(value);
  for (auto i = start; i < out.size(); ++i) {
    auto const byte = static_cast<unsigned char>(out[i]);
    if (byte < 0x20 || byte == 0x7F) out[i] = ' ';
  }
}

void append_header(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ");
  append_value(out, value);
  out.append("\r\n");
}

void append_status_line(std::string& out, int status) {
  if (status == 200) {
    out.append("HTTP/1.1 200 OK\r\n");
    return;
  }
  auto const phrase = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(status));
  fmt::format_to(std::back_inserter(out), "HTTP/1.1 {:03} {}\r\n", status,
                 std::string_view(phrase.data(), phrase.size()));
}

}  // namespace

ResponseWriter::ResponseWriter(std::vector<Header> security_headers)
    : security_(std::move(security_headers)) {
  for (auto const& header : security_) append_header(security_block_, header.name, header.value);
}

void ResponseWriter::append_head(std::string& out, Response const& response, Context const& context) const {
  append_status_line(out, response.status);
  out.append(context.date_line);
  if (!response.content_type.empty()) append_header(out, "Content-Type", response.content_type);
  switch (context.framing) {
    case Framing::Length: {
      fmt::format_int const size(response.body.size());
      out.append("Content-Length: ").append(size.data(), size.size()).append("\r\n");
      break;
    }
    case Framing::Chunked:
      out.append("Transfer-Encoding: chunked\r\n");
      break;
    case Framing::None:
    case Framing::UntilClose:
      break;
  }
  if (!context.keep_alive) out.append("Connection: close\r\n");
  if (!context.request_id.empty()) out.append("X-Request-Id: ").append(context.request_id).append("\r\n");
  for (auto const& [name, value] : response.headers)
    if (is_token(name) && !is_owned(name)) append_header(out, name, value);
  auto const is_set = [&](Header const& wanted) {
    return std::any_of(response.headers.begin(), response.headers.end(),
                       [&](Header const& header) { return iequals(header.name, wanted.name); });
  };
  if (response.headers.empty()) {
    out.append(security_block_);
  } else {
    for (auto const& header : security_)
      if (!is_set(header)) append_header(out, header.name, header.value);
  }
  out.append("\r\n");
}

void append_chunk_size(std::string& out, std::size_t size) {
  fmt::format_to(std::back_inserter(out), "{:x}\r\n", size);
}

std::string date_line(std::int64_t unix_seconds) {
  constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::time_t const moment = unix_seconds;
  std::tm parts{};
  gmtime_r(&moment, &parts);
  return fmt::format("Date: {}, {:02} {} {} {:02}:{:02}:{:02} GMT\r\n",
                     kDays.at(static_cast<unsigned>(parts.tm_wday)), parts.tm_mday,
                     kMonths.at(static_cast<unsigned>(parts.tm_mon)), parts.tm_year + 1900, parts.tm_hour,
                     parts.tm_min, parts.tm_sec);
}

}  // namespace tamga::http
