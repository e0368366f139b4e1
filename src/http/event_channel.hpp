// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace tamga::http {

/// One server-sent event (WHATWG HTML, 9.2). A client that reconnects repeats the last `id` it saw in
/// Last-Event-ID.
struct Event {
  std::string id;    ///< omitted when empty; line breaks are not allowed in it and are dropped
  std::string name;  ///< the event's type; "message" when empty
  std::string data;  ///< may have several lines

  /// The bytes on the wire. Build once when the same event goes to many channels.
  [[nodiscard]] std::shared_ptr<std::string const> frame() const;
};

/// The way from the application to one listening client: a bounded queue. The endpoint makes it, keeps a
/// share, gives the other to Response::event_stream. When the queue is full the client is too slow: it is
/// disconnected, and resumes by Last-Event-ID. Safe from any thread.
class EventChannel {
 public:
  enum class State { Open, Closed, TooSlow };

  explicit EventChannel(std::size_t capacity_events = 256) : capacity_(capacity_events) {}

  /// False when the client is gone, too slow or the channel was closed: forget the channel then.
  bool publish(std::shared_ptr<std::string const> frame);
  bool publish(Event const& event) { return publish(event.frame()); }
  /// Ends the stream after what is queued; also called by the server when the client leaves.
  void close();
  [[nodiscard]] bool open() const;

  // For the connection that carries the channel. `wake` is called, from any thread, when something was queued
  // into an empty queue or the state changed; it must not call back into the channel.
  void attach(std::function<void()> wake);
  void detach();
  /// Moves what is queued to the end of `out`.
  State take(std::string& out);

 private:
  mutable std::mutex mutex_;
  std::size_t const capacity_;
  std::deque<std::shared_ptr<std::string const>> queue_;
  State state_ = State::Open;
  std::function<void()> wake_;
};

}  // namespace tamga::http
