// SPDX-License-Identifier: Apache-2.0
#include "http/io_thread.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/write.hpp>

#include "base/log.hpp"
#include "base/time.hpp"
#include "http/connection.hpp"
#include "http/errors.hpp"

namespace tamga::http {
namespace {

using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

/// A quarter of the shortest deadline, so that none is missed by much, and never so often that it costs.
std::chrono::milliseconds tick_length(Timeouts const& timeouts) {
  auto const shortest = std::min({timeouts.header, timeouts.idle, timeouts.grace, timeouts.body,
                                  timeouts.answer, timeouts.heart_beat, timeouts.linger});
  return std::clamp(shortest / 4, std::chrono::milliseconds(2), std::chrono::milliseconds(250));
}

}  // namespace

IoThread::IoThread(ServerState& state, unsigned index)
    : state_(state),
      index_(index),
      mailbox_(std::make_shared<Mailbox>(context_)),
      acceptor_(context_),
      tick_(context_) {
  refresh_date();
}

IoThread::~IoThread() {
  mailbox_->close();
  if (thread_.joinable()) thread_.join();
}

Result<std::uint16_t> IoThread::listen(std::string const& address, std::uint16_t port) {
  ErrorCode ec;
  auto const refuse = [&](std::string_view step) {
    return fail(Error(kListen)
                    .with("address", address)
                    .with("port", std::to_string(port))
                    .log(fmt::format("{}: {}", step, ec.message())));
  };
  auto const ip = asio::ip::make_address(address, ec);
  if (ec) return refuse("address");
  Tcp::endpoint const endpoint(ip, port);
  acceptor_.open(endpoint.protocol(), ec);
  if (ec) return refuse("socket");
  acceptor_.set_option(Acceptor::reuse_address(true), ec);
  if (!ec) acceptor_.set_option(ReusePort(true), ec);
  if (ec) return refuse("options");
  acceptor_.bind(endpoint, ec);
  if (ec) return refuse("bind");
  acceptor_.listen(4096, ec);
  if (ec) return refuse("listen");
  return acceptor_.local_endpoint(ec).port();
}

void IoThread::start() {
  state_.acceptor_opened();
  asio::co_spawn(context_, accept(), asio::detached);
  asio::co_spawn(context_, tick(), asio::detached);
  thread_ = std::thread([this] {
    try {
      context_.run();
    } catch (std::exception const& error) {
      // Connections catch their own; what comes here is a broken invariant or no memory. Serving on would be
      // a guess.
      log::write(log::Level::Error, "http_thread_died", {{"what", error.what()}});
      std::terminate();
    }
  });
}

void IoThread::drain() {
  mailbox_->post([this] {
    ErrorCode ec;
    acceptor_.cancel(ec);
    for (auto* connection : connections_) connection->drain();
  });
}

void IoThread::cut() {
  mailbox_->post([this] {
    for (auto* connection : connections_) connection->cut();
  });
}

void IoThread::finish() {
  mailbox_->post([this] {
    finished_ = true;
    tick_.cancel();
  });
  if (thread_.joinable()) thread_.join();
  mailbox_->close();
}

Awaitable<void> IoThread::accept() {
  while (!state_.draining.load(std::memory_order_relaxed)) {
    Socket socket(context_);
    auto [ec] = co_await acceptor_.async_accept(socket, kAwait);
    if (!ec) {
      admit(std::move(socket));
    } else if (ec != asio::error::operation_aborted && ec != asio::error::connection_aborted) {
      // No descriptors or no memory: leave the rest in the backlog and let some connections end first.
      log::write(log::Level::Warn, "http_accept_failed", {{"what", ec.message()}});
      Timer pause(context_, std::chrono::milliseconds(100));
      co_await pause.async_wait(kAwait);
    }
  }
  // Whoever finished the handshake before we closed is served: closing now would reset him.
  ErrorCode ec;
  acceptor_.non_blocking(true, ec);
  while (!ec) {
    Socket socket(context_);
    acceptor_.accept(socket, ec);
    if (!ec) admit(std::move(socket));
  }
  acceptor_.close(ec);
  state_.acceptor_closed();
}

void IoThread::admit(Socket socket) {
  counters_.accepted.add(1);
  ErrorCode ec;
  auto const peer = socket.remote_endpoint(ec);
  if (ec) return;  // gone already
  auto address = peer.address().to_string();
  socket.non_blocking(true, ec);
  if (!ec) socket.set_option(Tcp::no_delay(true), ec);
  if (ec) return;
  if (!state_.enter_connection(address)) return turn_away(socket, address);
  auto connection = std::make_shared<Connection>(*this, std::move(socket), std::move(address));
  asio::co_spawn(
      context_, [connection]() -> Awaitable<void> { return connection->run(); }, asio::detached);
}

/// Says 503 if the socket takes it at once; a connection too many deserves no waiting.
void IoThread::turn_away(Socket& socket, std::string const& address) {
  counters_.refused.add(1);
  Request request;
  std::string id;
  next_request_id(id);
  request.set_request_id(id);
  request.set_remote_address(address);
  auto const response = state_.render(Error(kTooManyConnections), request);
  std::string bytes;
  state_.writer.append_head(bytes, response, {date_line_, id, Framing::Length, false});
  bytes += response.body;
  counters_.responses_by_class[5].add(1);
  ErrorCode ec;
  socket.write_some(asio::buffer(bytes), ec);
  socket.shutdown(Socket::shutdown_send, ec);
  std::array<char, 4096>
      unread{};  // closing over unread bytes would reset the connection and lose the answer
  socket.read_some(asio::buffer(unread), ec);
}

Awaitable<void> IoThread::tick() {
  auto const length = tick_length(state_.options.timeouts);
  while (!finished_) {
    tick_.expires_after(length);
    co_await tick_.async_wait(kAwait);
    refresh_date();
    auto const now = SteadyClock::now();
    for (auto* connection : connections_) connection->check_deadline(now);
  }
}

void IoThread::refresh_date() {
  auto const second = SystemClock().now().value() / 1000;
  if (second == date_second_) return;
  date_second_ = second;
  date_line_ = http::date_line(second);
}

void IoThread::next_request_id(std::string& out) {
  out.assign(state_.request_id_prefix);
  fmt::format_to(std::back_inserter(out), "{:02x}{:010x}", index_, ++requests_);
}

}  // namespace tamga::http
