// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "base/log.hpp"
#include "http/connection.hpp"
#include "http/errors.hpp"

namespace tamga::http {

/// A source on its way between this thread and the workers; at any moment only one side looks at it.
struct Connection::Pull {
  std::unique_ptr<BodySource> source;
  std::string chunk;
  bool more = false;
  std::optional<Error> error;
  bool ready = false;  // this thread only

  void run() {
    chunk.clear();
    try {
      auto const result = source->next(chunk);
      more = result && *result;
      if (!result) error = result.error();
    } catch (std::exception const& failure) {
      error = Error(kUnexpected).log(failure.what());
    }
  }
};

Awaitable<void> Connection::stream_body(std::unique_ptr<BodySource> source) {
  auto const pull = std::make_shared<Pull>();
  pull->source = std::move(source);
  bool const chunked = framing_ == Framing::Chunked;
  for (bool more = true; more && !broken_;) {
    pull->ready = false;
    bool const admitted =
        state_.pool.submit_next_step(Job([pull, mailbox = thread_.mailbox(), weak = weak_from_this()] {
          pull->run();
          mailbox->post([pull, weak] {
            pull->ready = true;
            if (auto const connection = weak.lock()) connection->wakeup_.notify();
          });
        }));
    arm(options_.timeouts.answer);
    while (admitted && !pull->ready && !timed_out_ && !cut_) co_await wakeup_.wait();
    deadline_ = SteadyClock::time_point::max();
    if (!pull->ready || pull->error) {
      log::write(log::Level::Warn, "http_stream_broken",
                 {{"request_id", request_id_},
                  {"what", pull->ready ? describe(*pull->error)
                           : cut_      ? "the server stopped"
                                       : "no data in time"}});
      open_ = false;
      broken_ = true;
      break;
    }
    more = pull->more;
    body_bytes_sent_ += pull->chunk.size();
    large_.swap(pull->chunk);
    if (chunked) {
      // The chunk follows `out_` in one write. Without data there is nothing to announce: an empty chunk is
      // the end.
      if (!large_.empty()) {
        append_chunk_size(out_, large_.size());
        large_ += "\r\n";
      }
      if (!more) large_ += "0\r\n\r\n";
    }
    if (!flush_now()) co_await flush();
  }
  // A source may hold a database cursor: closing it is a worker's work too.
  state_.pool.submit_next_step(Job([pull]() {}));
}

/// Sends what the channel gets until the application closes it, the client leaves or falls behind, or the
/// server stops. A heart-beat keeps proxies from closing it and finds clients that vanished.
Awaitable<void> Connection::stream_events(std::shared_ptr<EventChannel> channel) {
  in_flight_.reset();  // listening is not work
  channel->attach([mailbox = thread_.mailbox(), weak = weak_from_this()] {
    mailbox->post([weak] {
      if (auto const connection = weak.lock()) connection->wakeup_.notify();
    });
  });
  watched_ = true;
  asio::co_spawn(
      thread_.context(), [self = shared_from_this()]() -> Awaitable<void> { return self->watch_for_end(); },
      asio::detached);
  bool const chunked = framing_ == Framing::Chunked;
  if (!flush_now()) co_await flush();
  auto state = EventChannel::State::Open;
  while (!broken_ && !peer_gone_) {
    state = channel->take(large_);
    if (large_.empty()) {
      if (state != EventChannel::State::Open || state_.draining.load(std::memory_order_relaxed)) break;
      io_expires_ = false;
      arm(options_.timeouts.heart_beat);
      co_await wakeup_.wait();
      deadline_ = SteadyClock::time_point::max();
      io_expires_ = true;
      if (std::exchange(timed_out_, false)) large_ += ":\n\n";
      if (large_.empty()) continue;
    }
    body_bytes_sent_ += large_.size();
    if (chunked) {
      append_chunk_size(out_, large_.size());
      large_ += "\r\n";
    }
    if (!flush_now()) co_await flush();
  }
  channel->detach();
  if (state == EventChannel::State::TooSlow || peer_gone_) broken_ = true;
  if (!broken_ && chunked) out_ += "0\r\n\r\n";
}

/// Reads while events go out, only to learn that the client left; what it says has no meaning there.
Awaitable<void> Connection::watch_for_end() {
  auto const self = shared_from_this();
  std::array<char, 512> discarded{};
  ErrorCode ec;
  while (!ec) {
    auto const [failed, bytes] = co_await socket_.async_read_some(asio::buffer(discarded), kAwait);
    ec = failed;
  }
  peer_gone_ = true;
  wakeup_.notify();
}

}  // namespace tamga::http
