// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/queues.hpp"

#include "billing/tables.hpp"
#include "catalogue/tables.hpp"
#include "channels/tables.hpp"
#include "contract_office/tables.hpp"
#include "contracts/tables.hpp"
#include "documents/tables.hpp"
#include "evidence/tables.hpp"
#include "onboarding/tables.hpp"
#include "registrars/tables.hpp"
#include "sql/backlog.hpp"
#include "sql/store.hpp"
#include "support/desk.hpp"
#include "support/tables.hpp"

namespace tamga::api {

using support::Queue;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kMinuteMs = 60'000;

/// Who works on a queue, and what counts it.
struct QueueRow {
  Queue queue;
  Right right;
  sql::Statement const* count;
};
constexpr std::array kQueues{
    QueueRow{Queue::Applications, Right::DecideApplications, &onboarding::kToDecideBacklog},
    QueueRow{Queue::Contracts, Right::ManageContracts, &contracts::kReviewBacklog},
    QueueRow{Queue::PriorContracts, Right::ManageContracts, &contract_office::kPriorBacklog},
    QueueRow{Queue::Cards, Right::ModerateGoods, &catalogue::kModerationBacklog},
    QueueRow{Queue::Payments, Right::Settlements, &billing::kPaymentBacklog},
    QueueRow{Queue::Tickets, Right::Support, &support::kTicketBacklog},
    QueueRow{Queue::Violations, Right::Support, &support::kViolationBacklog},
    QueueRow{Queue::Channels, Right::Support, &channels::kRequestedBacklog},
    QueueRow{Queue::Registrars, Right::Support, &registrars::kAppliedBacklog},
    QueueRow{Queue::Signatures, Right::Support, &evidence::kRevokedBacklog},
    QueueRow{Queue::Documents, Right::Support, &documents::kWaitingBacklog}};
static_assert(kQueues.size() == support::kQueueNames.size());

UnixMs end_of(Call const& call, Date day) {
  std::int64_t const next = std::int64_t{day.days()} + 1;
  return UnixMs(next * kDayMs - std::int64_t{call.services().country.rules().utc_offset_minutes} * kMinuteMs);
}

Result<std::optional<std::int64_t>> least(sql::Connection& reader, sql::Statement const& statement) {
  TAMGA_ASSIGN(found, reader.find(statement, [](sql::Row const& row) { return row.optional_int64(0); }));
  return found.value_or(std::nullopt);
}

/// When the first of a queue is late. Cards and tickets have terms of their own.
Result<std::optional<UnixMs>> due_of(Call const& call, sql::Connection& reader, Queue queue,
                                     std::optional<UnixMs> oldest) {
  if (queue == Queue::Tickets) {
    TAMGA_ASSIGN(due, least(reader, support::kTicketTerm));
    return due ? std::optional(UnixMs(*due)) : std::nullopt;
  }
  if (queue == Queue::Cards) {
    TAMGA_ASSIGN(due, least(reader, catalogue::kModerationTerm));
    return due ? std::optional(end_of(call, Date::from_days(static_cast<std::int32_t>(*due)))) : std::nullopt;
  }
  if (!oldest) return std::nullopt;
  support::Desk const& desk = *call.services().support;
  Date const day = call.services().country.day_of(*oldest);
  return end_of(call, desk.days.after(day, desk.rules.queue_days[static_cast<std::size_t>(queue)]));
}

}  // namespace

Result<GetQueues::Output> GetQueues::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  Output out;
  for (QueueRow const& row : kQueues) {
    if (!call.caller().rights.has(row.right)) continue;
    TAMGA_ASSIGN(backlog, sql::backlog_of(*reader, *row.count));
    TAMGA_ASSIGN(due, due_of(call, *reader, row.queue, backlog.oldest));
    out.queues.push_back({.queue = row.queue,
                          .count = backlog.count,
                          .oldest = backlog.oldest,
                          .due = due,
                          .late = due && *due < call.now()});
  }
  return out;
}

template struct RowOf<GetQueues>;

}  // namespace tamga::api
