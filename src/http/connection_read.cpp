// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/asio/ip/address.hpp>

#include "http/connection.hpp"
#include "http/errors.hpp"
#include "http/text.hpp"

namespace tamga::http {
namespace {

constexpr std::size_t kBodyReadBytes = 64 * 1024;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

bool is_plain_id(std::string_view id) {
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  });
}

bool contains(std::vector<std::string> const& addresses, std::string_view address) {
  return std::find(addresses.begin(), addresses.end(), address) != addresses.end();
}

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The last address a proxy of ours did not report about another proxy of ours: the chain is read from our
/// end, because the client writes the other one.
std::string reported_client(Request const& request, std::vector<std::string> const& proxies) {
  std::string client;
  for (auto i = request.header_count(); i-- > 0;) {
    auto [name, rest] = request.header_at(i);
    if (!iequals(name, "X-Forwarded-For")) continue;
    for (;;) {
      auto const comma = rest.rfind(',');
      auto const text = trimmed(comma == std::string_view::npos ? rest : rest.substr(comma + 1));
      ErrorCode ec;
      auto const address = asio::ip::make_address(text, ec);
      if (ec) return client;
      client = address.to_string();
      if (!contains(proxies, client) || comma == std::string_view::npos) break;
      rest = rest.substr(0, comma);
    }
    if (!contains(proxies, client)) return client;
  }
  return client;
}

}  // namespace

/// Takes the head that HeadScan found, finds the route, announces the body's limit. Refusals close the
/// connection, because what follows the head cannot be trusted or is not wanted.
void Connection::begin_request() {
  started_ = SteadyClock::now();
  route_ = nullptr;
  keep_alive_ = false;
  body_bytes_sent_ = 0;
  request_.clear();
  parser_.emplace(request_, options_.limits);
  thread_.next_request_id(request_id_);
  request_.set_request_id(request_id_);
  request_.set_remote_address(address_);
  auto const head_size = scan_.size();
  scan_.reset();
  if (head_size > options_.limits.header_bytes) return refuse(Error(kHeadersTooLarge));
  auto const error = parser_->read_head(buffered().substr(0, head_size));
  method_ = request_.method();
  if (error) return refuse(*error);
  in_.consume(head_size);
  identify();
  keep_alive_ = parser_->keep_alive() && !parser_->is_http_1_0();
  if (parser_->expects_unknown()) return refuse(Error(kExpectation));
  find_route();
}

/// Who asks, and under which id: the trusted proxy knows better than the socket.
void Connection::identify() {
  auto const& proxies = options_.trusted_proxies;
  if (proxies.empty() || !contains(proxies, address_)) return;
  if (auto const id = request_.header("X-Request-Id"); id && is_plain_id(*id)) {
    request_id_.assign(*id);
    request_.set_request_id(request_id_);
  }
  if (auto const client = reported_client(request_, proxies); !client.empty())
    request_.set_remote_address(client);
}

void Connection::find_route() {
  auto const route = state_.router.find(request_);
  if (!route) {
    // Nobody wants the body: with one, the connection ends; without, the next request may come.
    if (!parser_->is_done() || route.error().is(kMalformed)) return refuse(route.error());
    bool const reads = method_ == Method::Get || method_ == Method::Head;
    if (route.error().is(kNotFound) && reads && options_.fallback) reply_ = options_.fallback(request_);
    if (!reply_) reply_ = render(route.error());
    return;
  }
  route_ = *route;
  if (auto const error =
          parser_->limit_body(route_->options.max_body_bytes.value_or(options_.limits.body_bytes)))
    return refuse(*error);
}

RequestParser::Step Connection::absorb_body() {
  std::size_t used = 0;
  auto const step = parser_->read_body(buffered(), used);
  in_.consume(used);
  if (step == RequestParser::Step::Failed) refuse(parser_->error());
  // A chunk's size line must fit where a head must.
  if (step == RequestParser::Step::NeedMore && in_.size() > options_.limits.header_bytes)
    refuse(Error(kMalformed).at("/body"));
  return step;
}

Awaitable<void> Connection::read_body() {
  if (parser_->expects_continue() && request_.body().empty() && in_.size() == 0) out_.append(kContinue);
  if (!flush_now()) co_await flush();
  auto const begun = SteadyClock::now();
  std::size_t total = 0;
  while (open_ && !broken_) {
    arm(std::min(begun + options_.timeouts.body, begun + earned(total)));
    auto const [ec, bytes] = co_await socket_.async_read_some(in_.prepare(kBodyReadBytes), kAwait);
    if (ec) {
      if (timed_out_) refuse(Error(kClientTooSlow).at("/body"));
      open_ = false;
      co_return;
    }
    received(bytes);
    total += bytes;
    if (absorb_body() != RequestParser::Step::NeedMore) co_return;
  }
  open_ = false;
}

}  // namespace tamga::http
