// SPDX-License-Identifier: Apache-2.0
#include "base/log.hpp"
#include "http/connection.hpp"
#include "http/errors.hpp"

namespace tamga::http {
namespace {

void log_failure(std::string const& request_id, std::string_view what) {
  log::write(log::Level::Error, "http_handler_failed",
             {{"request_id", request_id}, {"what", std::string(what)}});
}

/// On a worker: whatever the handler throws, the responder answers.
void run_handler(std::variant<Handler, AsyncHandler> const& handler, Request& request, Responder responder) {
  auto const request_id = request.request_id();
  try {
    if (auto const* plain = std::get_if<Handler>(&handler))
      responder.send((*plain)(request));
    else
      std::get<AsyncHandler>(handler)(std::move(request), std::move(responder));
  } catch (std::exception const& error) {
    log_failure(request_id, error.what());
  }
}

}  // namespace

Handler const* Connection::inline_handler() const {
  if (route_ == nullptr || !route_->options.runs_inline(request_)) return nullptr;
  return std::get_if<Handler>(&route_->handler);
}

Response Connection::call_inline(Handler const& handler) {
  try {
    return handler(request_);
  } catch (std::exception const& error) {
    return failed(error.what());
  }
}

/// The answer of a handler that runs on a worker or answers later, or our own in its place. Nothing when the
/// connection was cut meanwhile.
Awaitable<std::optional<Response>> Connection::call_elsewhere() {
  if (route_ == nullptr) co_return std::exchange(reply_, std::nullopt);
  replied_ = false;
  reply_.reset();
  ++ticket_;
  if (!hand_over()) {
    ++ticket_;
    in_flight_.reset();
    co_return render(Error(kOverloaded));
  }
  io_expires_ = true;
  arm(options_.timeouts.answer);
  while (!replied_ && !timed_out_ && !cut_) co_await wakeup_.wait();
  if (cut_) co_return std::nullopt;
  if (!replied_) {
    ++ticket_;
    log::write(log::Level::Warn, "http_answer_timeout",
               {{"request_id", request_id_}, {"route", route_->pattern}});
    keep_alive_ = false;
    co_return render(Error(kAnswerTimeout));
  }
  deadline_ = SteadyClock::time_point::max();
  if (!reply_) co_return failed("no answer was given");
  co_return std::exchange(reply_, std::nullopt);
}

bool Connection::hand_over() {
  in_flight_ = state_.enter_in_flight();
  if (!in_flight_) return false;
  Responder responder([mailbox = thread_.mailbox(), weak = weak_from_this(), ticket = ticket_,
                       counted = in_flight_](std::optional<Response> reply) {
    mailbox->post([weak, ticket, reply = std::move(reply)]() mutable {
      if (auto const connection = weak.lock()) connection->accept_reply(ticket, std::move(reply));
    });
  });
  if (route_->options.runs_inline(request_)) {
    run_handler(route_->handler, request_, std::move(responder));
    return true;
  }
  Job job(
      [&handler = route_->handler, request = std::move(request_),
       responder = std::move(responder)]() mutable { run_handler(handler, request, std::move(responder)); });
  return state_.pool.submit(job);
}

void Connection::accept_reply(std::uint64_t ticket, std::optional<Response> reply) {
  if (ticket != ticket_ || replied_) return;
  replied_ = true;
  reply_ = std::move(reply);
  wakeup_.notify();
}

/// The request itself may be in other hands by now; what errors need of it is kept apart.
Response Connection::render(Error const& error) {
  request_.set_method(method_);
  request_.set_request_id(request_id_);
  if (request_.remote_address().empty()) request_.set_remote_address(address_);
  return state_.render(error, request_);
}

Response Connection::failed(std::string_view what) {
  log_failure(request_id_, what);
  return render(Error(kUnexpected).with("incident", request_id_).log(std::string(what)));
}

}  // namespace tamga::http
