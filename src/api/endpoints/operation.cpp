// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/operation.hpp"

#include <algorithm>

#include "api/caller_user.hpp"
#include "api/errors.hpp"
#include "api/event_hub.hpp"
#include "base/failure.hpp"
#include "documents/sequencer.hpp"
#include "http/options.hpp"
#include "registry/api_keys.hpp"
#include "registry/sessions.hpp"
#include "request_log/request_log.hpp"
#include "sql/statement.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

constexpr sql::Statement kProbe{"api.health", "SELECT CAST(1 AS {integer})",
                                std::chrono::milliseconds(2'000)};

std::int64_t count(std::uint64_t value) { return static_cast<std::int64_t>(value); }

void append_http(std::string& out, http::Stats const& stats) {
  append_metric(out, "tamga_http_connections", "gauge", "Open connections.", count(stats.connections));
  append_metric(out, "tamga_http_in_flight", "gauge", "Requests being worked on.", count(stats.in_flight));
  append_metric(out, "tamga_http_accepted_total", "counter", "Connections accepted.", count(stats.accepted));
  append_metric(out, "tamga_http_refused_connections_total", "counter", "Connections refused.",
                count(stats.refused_connections));
  append_metric(out, "tamga_http_timeouts_total", "counter", "Requests that took too long.",
                count(stats.timeouts));
  append_metric(out, "tamga_http_received_bytes_total", "counter", "Bytes received.",
                count(stats.bytes_received));
  append_metric(out, "tamga_http_sent_bytes_total", "counter", "Bytes sent.", count(stats.bytes_sent));
}

void append_documents(std::string& out, documents::Sequencer::Counters const& counters) {
  append_metric(out, "tamga_operations_total", "counter", "Operations of the writer committed.",
                counters.operations.load());
  append_metric(out, "tamga_groups_total", "counter", "Transactions of the writer.", counters.groups.load());
  append_metric(out, "tamga_operation_retries_total", "counter", "Operations tried again.",
                counters.retries.load());
  append_metric(out, "tamga_operation_failures_total", "counter", "Operations given up.",
                counters.failures.load());
  append_metric(out, "tamga_operations_waiting", "gauge", "Operations waiting for the writer.",
                counters.waiting.load());
}

/// Whoever is blocked or loses the right stops hearing.
bool may_listen(Services const& services, registry::Session const& session, bool program) {
  auto const user = user_of(services, session, program);
  if (!user) return is_failure(user.error());
  return user->user && !user->refusal && ListenEvents::kSpec.right.admits(user->rights);
}

}  // namespace

Result<GetHealth::Output> GetHealth::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_TRY(reader->find(kProbe, [](sql::Row const& row) { return row.int64(0); }));
  return Output{"ok"};
}

Result<GetMetrics::Output> GetMetrics::handle(Input const&, Call& call) {
  Services const& services = call.services();
  auto const& readers = services.settings.metrics_readers;
  if (std::find(readers.begin(), readers.end(), call.request().remote_address()) == readers.end())
    return fail(kLocalOnly);
  std::string text;
  if (services.http_stats) append_http(text, services.http_stats());
  append_documents(text, services.sequencer.counters());
  services.metrics->append_to(text);
  if (services.requests != nullptr)
    append_metric(text, "tamga_requests_not_kept_total", "counter",
                  "Calls of programs that the log of requests had no room for.",
                  services.requests->not_kept());
  if (services.more_metrics) services.more_metrics(text);
  return Output{http::Response::of(200, "text/plain; version=0.0.4; charset=utf-8", std::move(text))};
}

/// A store that does not answer ends nobody's session.
Result<ListenEvents::Output> ListenEvents::handle(Input const&, Call& call) {
  auto const last = call.request().header("Last-Event-ID").value_or("");
  auto good = [&services = call.services(), token = call.caller().token, program = call.caller().program(),
               address = call.request().remote_address()] {
    if (program) {
      auto const key = services.api_keys.find(token, address);
      return key ? may_listen(services, as_session(*key), true) : is_failure(key.error());
    }
    auto const session = services.sessions.find(token);
    return session ? may_listen(services, *session, false) : is_failure(session.error());
  };
  TAMGA_ASSIGN(channel, call.services().events.listen(call.caller().number(), last, std::move(good)));
  return Output{http::Response::event_stream(std::move(channel))};
}

template struct RowOf<GetHealth>;
template struct RowOf<GetMetrics>;
template struct RowOf<ListenEvents>;

}  // namespace tamga::api
