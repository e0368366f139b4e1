// SPDX-License-Identifier: Apache-2.0
#include "http/connection.hpp"

#include <array>

#include "base/log.hpp"
#include "http/errors.hpp"

namespace tamga::http {
namespace {

constexpr std::size_t kReadBytes = 8 * 1024;
/// Answers wait for company up to here.
constexpr std::size_t kCoalesceBytes = 64 * 1024;
/// Buffers larger than this are not kept for an idle client.
constexpr std::size_t kKeptBytes = 64 * 1024;

}  // namespace

Connection::Connection(IoThread& thread, Socket socket, std::string address)
    : thread_(thread),
      state_(thread.state()),
      options_(thread.state().options),
      socket_(std::move(socket)),
      wakeup_(thread.context()),
      address_(std::move(address)) {
  thread_.enter(*this);
}

Connection::~Connection() {
  thread_.leave(*this);
  ErrorCode ec;
  if (broken_ && socket_.is_open()) socket_.set_option(asio::socket_base::linger(true, 0), ec);
  socket_.close(ec);
  state_.leave_connection(address_);
}

Awaitable<void> Connection::run() {
  auto const self = shared_from_this();
  try {
    co_await serve();
    if (!broken_) co_await flush();
    if (linger_ && !broken_) co_await linger();
  } catch (std::exception const& error) {
    log::write(log::Level::Error, "http_connection_failed",
               {{"request_id", request_id_}, {"what", error.what()}});
    broken_ = true;
  }
  deadline_ = SteadyClock::time_point::max();
  ErrorCode ec;
  if (broken_ && socket_.is_open()) socket_.set_option(asio::socket_base::linger(true, 0), ec);
  socket_.close(ec);
}

Awaitable<void> Connection::serve() {
  while (open_) {
    auto const verdict = scan_.look(buffered());
    if (verdict == HeadScan::Verdict::Broken) {
      refuse_head(Error(kMalformed).at("/head"));
      break;
    }
    if (verdict == HeadScan::Verdict::Incomplete) {
      if (!head_may_grow()) break;
      if (!flush_now()) co_await flush();
      bool const idle = in_.size() == 0;
      bool const draining = state_.draining.load(std::memory_order_relaxed);
      ErrorCode ignored;
      if (broken_ || (draining && idle && socket_.available(ignored) == 0)) break;
      arm(idle ? idle_since_ + options_.timeouts.idle : head_since_ + options_.timeouts.header);
      waiting_ = idle;
      auto const [ec, bytes] = co_await socket_.async_read_some(in_.prepare(kReadBytes), kAwait);
      waiting_ = false;
      if (ec == asio::error::operation_aborted && !timed_out_ && !cut_) continue;  // drain looks again
      if (ec) {
        if (timed_out_ && !idle) {
          refuse_head(Error(kClientTooSlow).at("/head"));
        }
        break;
      }
      received(bytes);
      if (idle) head_since_ = SteadyClock::now();
      continue;
    }

    begin_request();
    if (open_ && !parser_->is_done() && absorb_body() == RequestParser::Step::NeedMore) co_await read_body();
    if (!open_) break;

    if (auto const* handler = inline_handler()) {
      auto response = call_inline(*handler);
      put_answer(response);
      if (response.stream) co_await stream_body(std::move(response.stream));
      if (response.events) co_await stream_events(std::move(response.events));
    } else {
      if (!flush_now()) co_await flush();
      if (broken_) break;
      auto response = co_await call_elsewhere();
      if (!response) break;
      put_answer(*response);
      if (response->stream) co_await stream_body(std::move(response->stream));
      if (response->events) co_await stream_events(std::move(response->events));
      in_flight_.reset();
    }
    done();
    if (out_.size() >= kCoalesceBytes || !large_.empty())
      if (!flush_now()) co_await flush();
    if (!keep_alive_) {
      linger_ = true;
      break;
    }
    if (in_.size() == 0) {
      idle_since_ = SteadyClock::now();
      if (in_.capacity() > kKeptBytes) in_.shrink_to_fit();
    } else {
      head_since_ = SteadyClock::now();
    }
  }
}

/// After our last byte: tells the client so and reads what it still sends. Closing over unread bytes would
/// reset the connection and could destroy the answer before the client has read it (RFC 9112, 9.6).
Awaitable<void> Connection::linger() {
  ErrorCode ec;
  socket_.shutdown(Socket::shutdown_send, ec);
  arm(options_.timeouts.linger);
  // Of two readers on one socket only one would hear of the end.
  while (watched_ && !peer_gone_ && !timed_out_ && !cut_) co_await wakeup_.wait();
  std::array<char, 4096> discarded{};
  while (!watched_ && !ec && !timed_out_ && !cut_) {
    auto const [failed, bytes] = co_await socket_.async_read_some(asio::buffer(discarded), kAwait);
    ec = failed;
    thread_.counters().bytes_received.add(bytes);
  }
}

std::string_view Connection::buffered() const {
  auto const bytes = in_.cdata();
  return {static_cast<char const*>(bytes.data()), bytes.size()};
}

void Connection::received(std::size_t bytes) {
  in_.commit(bytes);
  thread_.counters().bytes_received.add(bytes);
}

/// Refuses a head that is longer than it may be before it is complete.
bool Connection::head_may_grow() {
  constexpr std::size_t kMethodAndVersion = 32;
  auto const& limits = options_.limits;
  bool const target_too_long =
      !scan_.has_request_line() && in_.size() > limits.target_bytes + kMethodAndVersion;
  if (!target_too_long && in_.size() < limits.header_bytes) return true;
  refuse_head(Error(target_too_long ? kTargetTooLong : kHeadersTooLarge));
  return false;
}

/// How much longer a transfer may take for having moved this many bytes.
std::chrono::milliseconds Connection::earned(std::size_t bytes) const {
  return options_.timeouts.grace +
         std::chrono::milliseconds(bytes * 1000 / options_.timeouts.bytes_per_second);
}

void Connection::check_deadline(SteadyClock::time_point now) {
  if (now < deadline_) return;
  deadline_ = SteadyClock::time_point::max();
  timed_out_ = true;
  if (io_expires_) {
    thread_.counters().timeouts.add(1);
    ErrorCode ec;
    socket_.cancel(ec);
  }
  wakeup_.notify();
}

void Connection::drain() {
  if (waiting_) {
    ErrorCode ec;
    socket_.cancel(ec);
  }
  wakeup_.notify();
}

void Connection::cut() {
  cut_ = true;
  open_ = false;
  broken_ = true;
  ErrorCode ec;
  socket_.close(ec);
  wakeup_.notify();
}

}  // namespace tamga::http
