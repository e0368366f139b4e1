// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <memory>
#include <optional>
#include <string>

#include "http/head_scan.hpp"
#include "http/io_thread.hpp"
#include "http/request_parser.hpp"
#include "http/wakeup.hpp"

namespace tamga::http {

/// One client: reads requests in order, answers them in order, until one side ends it. Everything here runs
/// on the thread of its IoThread. Answers collect in `out_` while more requests are already buffered, so a
/// pipeline of requests costs one write.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(IoThread& thread, Socket socket, std::string address);
  ~Connection();
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;

  Awaitable<void> run();

  void check_deadline(SteadyClock::time_point now);
  /// The server stops: an idle connection ends now, a busy one after its answer.
  void drain();
  /// The server's patience is over.
  void cut();

 private:
  struct Pull;

  // connection.cpp: the life of the connection
  Awaitable<void> serve();
  Awaitable<void> linger();
  [[nodiscard]] std::string_view buffered() const;
  void received(std::size_t bytes);
  bool head_may_grow();
  void arm(SteadyClock::time_point deadline) { deadline_ = deadline, timed_out_ = false; }
  void arm(std::chrono::milliseconds time) { arm(SteadyClock::now() + time); }
  [[nodiscard]] std::chrono::milliseconds earned(std::size_t bytes) const;

  // connection_read.cpp: one request in
  void begin_request();
  void identify();
  void find_route();
  RequestParser::Step absorb_body();
  Awaitable<void> read_body();

  // connection_dispatch.cpp: to the handler and back
  [[nodiscard]] Handler const* inline_handler() const;
  Response call_inline(Handler const& handler);
  Awaitable<std::optional<Response>> call_elsewhere();
  bool hand_over();
  void accept_reply(std::uint64_t ticket, std::optional<Response> reply);
  Response render(Error const& error);
  Response failed(std::string_view what);

  // connection_write.cpp: one response out
  void put_answer(Response& response);
  void refuse(Error const& error);
  void refuse_head(Error const& error);
  void done();
  bool flush_now();
  void forget_sent();
  Awaitable<void> flush();
  Awaitable<void> stream_body(std::unique_ptr<BodySource> source);
  Awaitable<void> stream_events(std::shared_ptr<EventChannel> channel);
  Awaitable<void> watch_for_end();

  IoThread& thread_;
  ServerState& state_;
  Options const& options_;
  Socket socket_;
  Wakeup wakeup_;
  std::string const address_;

  // The request being read or answered.
  boost::beast::flat_buffer in_;
  HeadScan scan_;
  Request request_;
  std::optional<RequestParser> parser_;
  Route const* route_ = nullptr;
  std::string request_id_;
  Method method_ = Method::Get;
  SteadyClock::time_point started_{};
  bool keep_alive_ = true;

  // The answer awaited from elsewhere; a reply with an old ticket is too late.
  std::shared_ptr<InFlight> in_flight_;
  std::uint64_t ticket_ = 0;
  bool replied_ = false;
  std::optional<Response> reply_;

  // What goes out: `out_`, then `large_`, of both together the first `sent_` bytes are gone.
  std::string out_;
  std::string large_;
  std::size_t sent_ = 0;
  Framing framing_ = Framing::Length;
  int status_ = 0;
  std::uint64_t body_bytes_sent_ = 0;
  std::function<void(RequestDone const&)> on_done_;

  // State of the whole.
  bool open_ = true;        ///< may read another request
  bool broken_ = false;     ///< nothing can be written any more, or nothing should: reset
  bool linger_ = false;     ///< we end it after an answer
  bool waiting_ = false;    ///< idle between requests
  bool watched_ = false;    ///< watch_for_end reads
  bool peer_gone_ = false;  ///< seen while streaming events
  bool io_expires_ = true;  ///< a passed deadline cancels socket operations, not only waits
  bool timed_out_ = false;
  bool cut_ = false;
  SteadyClock::time_point idle_since_ = SteadyClock::now();
  SteadyClock::time_point head_since_{};
  SteadyClock::time_point deadline_ = SteadyClock::time_point::max();
};

}  // namespace tamga::http
