// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "http/connection.hpp"
#include "http/errors.hpp"

namespace tamga::http {
namespace {

/// A body up to here is copied behind its head; a larger one is written from where it lies.
constexpr std::size_t kCopiedBytes = 16 * 1024;

bool has_no_body(int status) { return status < 200 || status == 204 || status == 304; }

}  // namespace

/// Queues the head and, unless it is a stream, the body. On HEAD and bodiless statuses the stream is dropped.
void Connection::put_answer(Response& response) {
  status_ = response.status;
  on_done_ = std::move(response.on_done);
  if (state_.draining.load(std::memory_order_relaxed) || response.events) keep_alive_ = false;
  bool const endless = response.stream || response.events;
  if (has_no_body(response.status)) {
    framing_ = Framing::None;
  } else if (!endless) {
    framing_ = Framing::Length;
  } else if (parser_ && parser_->is_http_1_0()) {
    framing_ = Framing::UntilClose;
    keep_alive_ = false;
  } else {
    framing_ = Framing::Chunked;
  }
  state_.writer.append_head(out_, response, {thread_.date_line(), request_id_, framing_, keep_alive_});
  if (has_no_body(response.status) || method_ == Method::Head) {
    response.stream.reset();
    if (response.events) response.events->detach();
    response.events.reset();
  } else if (!endless) {
    body_bytes_sent_ = response.body.size();
    if (response.body.size() <= kCopiedBytes)
      out_.append(response.body);
    else
      large_ = std::move(response.body);
  }
}

/// Before a head could be parsed there is no request to speak of: the answer must not borrow the previous
/// one's.
void Connection::refuse_head(Error const& error) {
  thread_.next_request_id(request_id_);
  request_.clear();
  request_.set_remote_address(address_);
  method_ = Method::Get;
  route_ = nullptr;
  started_ = SteadyClock::now();
  body_bytes_sent_ = 0;
  refuse(error);
}

/// The last answer of this connection.
void Connection::refuse(Error const& error) {
  keep_alive_ = false;
  auto response = render(error);
  put_answer(response);
  done();
  open_ = false;
  linger_ = true;
}

void Connection::done() {
  auto const status_class = static_cast<std::size_t>(status_ / 100);
  auto& classes = thread_.counters().responses_by_class;
  if (status_class < classes.size()) classes[status_class].add(1);
  auto const on_done = std::exchange(on_done_, nullptr);
  if (!options_.on_request_done && !on_done) return;
  auto const duration = std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - started_);
  RequestDone const told{route_ != nullptr ? std::string_view(route_->pattern) : std::string_view(),
                         method_,
                         status_,
                         duration,
                         body_bytes_sent_,
                         request_id_};
  if (options_.on_request_done) options_.on_request_done(told);
  if (on_done) on_done(told);
}

/// Writes what waits if the socket takes it all at once, which it nearly always does; false when some is
/// left.
bool Connection::flush_now() {
  auto const total = out_.size() + large_.size();
  if (total == 0) return true;
  if (sent_ == 0) {
    ErrorCode ec;
    std::array<asio::const_buffer, 2> const buffers{asio::buffer(out_), asio::buffer(large_)};
    sent_ = socket_.write_some(buffers, ec);
    thread_.counters().bytes_sent.add(sent_);
    if (ec && ec != asio::error::would_block) {
      open_ = false;
      broken_ = true;
      sent_ = total;
    }
  }
  if (sent_ < total) return false;
  forget_sent();
  return true;
}

/// Keeps the buffers for the next answer unless this one was unusually large.
void Connection::forget_sent() {
  constexpr std::size_t kKeptBytes = 256 * 1024;
  for (auto* const buffer : {&out_, &large_}) {
    if (buffer->capacity() > kKeptBytes)
      *buffer = std::string();
    else
      buffer->clear();
  }
  sent_ = 0;
}

Awaitable<void> Connection::flush() {
  if (flush_now()) co_return;
  auto const begun = SteadyClock::now();
  auto const total = out_.size() + large_.size();
  std::size_t moved = 0;
  io_expires_ = true;
  while (sent_ < total && !broken_) {
    arm(begun + earned(moved));
    auto const from_out = std::min(sent_, out_.size());
    std::array<asio::const_buffer, 2> const buffers{asio::buffer(out_) + from_out,
                                                    asio::buffer(large_) + (sent_ - from_out)};
    auto const [ec, bytes] = co_await socket_.async_write_some(buffers, kAwait);
    if (ec) {
      open_ = false;
      broken_ = true;
      break;
    }
    sent_ += bytes;
    moved += bytes;
    thread_.counters().bytes_sent.add(bytes);
  }
  deadline_ = SteadyClock::time_point::max();
  forget_sent();
}

}  // namespace tamga::http
