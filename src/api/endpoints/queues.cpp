// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/queues.hpp"

#include "api/queue_term.hpp"
#include "audit/tables.hpp"
#include "billing/tables.hpp"
#include "catalogue/card_rows.hpp"
#include "channels/tables.hpp"
#include "contract_office/tables.hpp"
#include "contracts/tables.hpp"
#include "documents/tables.hpp"
#include "evidence/tables.hpp"
#include "mail/tables.hpp"
#include "onboarding/tables.hpp"
#include "registrars/tables.hpp"
#include "sql/backlog.hpp"
#include "sql/store.hpp"
#include "standing/watch.hpp"
#include "support/tables.hpp"

namespace tamga::api {

using support::Queue;

namespace {

/// Who works on a queue, and what counts it.
struct QueueRow {
  Queue queue;
  Right right;
  sql::Statement const* count;  ///< null: counted otherwise
};
constexpr std::array kQueues{
    QueueRow{Queue::Applications, Right::DecideApplications, &onboarding::kToDecideBacklog},
    QueueRow{Queue::Contracts, Right::ManageContracts, &contracts::kReviewBacklog},
    QueueRow{Queue::PriorContracts, Right::ManageContracts, &contract_office::kPriorBacklog},
    QueueRow{Queue::Cards, Right::ModerateGoods, nullptr},
    QueueRow{Queue::Payments, Right::Settlements, &billing::kPaymentBacklog},
    QueueRow{Queue::Tickets, Right::Support, &support::kTicketBacklog},
    QueueRow{Queue::Violations, Right::Support, &support::kViolationBacklog},
    QueueRow{Queue::Channels, Right::Support, &channels::kRequestedBacklog},
    QueueRow{Queue::Registrars, Right::Support, &registrars::kAppliedBacklog},
    QueueRow{Queue::Signatures, Right::Support, &evidence::kRevokedBacklog},
    QueueRow{Queue::Documents, Right::Support, &documents::kWaitingBacklog},
    QueueRow{Queue::Audits, Right::Support, &audit::kDamagedBacklog},
    QueueRow{Queue::Letters, Right::Support, &mail::kFailedBacklog}};
static_assert(kQueues.size() == support::kQueueNames.size());

Result<std::optional<std::int64_t>> least(sql::Connection& reader, sql::Statement const& statement) {
  TAMGA_ASSIGN(found, reader.find(statement, [](sql::Row const& row) { return row.optional_int64(0); }));
  return found.value_or(std::nullopt);
}

/// How much waits, and when the first of it is late.
struct Waiting {
  sql::Backlog backlog;
  std::optional<UnixMs> due{};
};

/// Of the product groups the caller works with: what he sees in the list.
Result<Waiting> cards_waiting(Call const& call, sql::Connection& reader) {
  TAMGA_ASSIGN(groups, catalogue::moderation_by_group(reader));
  Waiting out;
  std::optional<Date> first;
  for (catalogue::GroupBacklog const& one : groups) {
    if (!call.caller().works_with_group(one.group)) continue;
    out.backlog.count += one.count;
    if (!out.backlog.oldest || one.oldest < *out.backlog.oldest) out.backlog.oldest = one.oldest;
    if (one.due && (!first || *one.due < *first)) first = one.due;
  }
  if (first) out.due = end_of(call, *first);
  return out;
}

/// Cards and tickets have terms of their own.
Result<Waiting> waiting_in(Call const& call, sql::Connection& reader, QueueRow const& row) {
  if (row.queue == Queue::Cards) return cards_waiting(call, reader);
  Waiting out;
  TAMGA_ASSIGN(backlog, sql::backlog_of(reader, *row.count));
  out.backlog = backlog;
  if (row.queue == Queue::Tickets) {
    TAMGA_ASSIGN(due, least(reader, support::kTicketTerm));
    if (due) out.due = UnixMs(*due);
  } else if (backlog.oldest) {
    out.due = term_of(call, row.queue, *backlog.oldest);
  }
  return out;
}

}  // namespace

Result<GetQueues::Output> GetQueues::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  Output out;
  for (QueueRow const& row : kQueues) {
    if (!call.caller().rights.has(row.right)) continue;
    TAMGA_ASSIGN(waiting, waiting_in(call, *reader, row));
    out.queues.push_back({.queue = row.queue,
                          .count = waiting.backlog.count,
                          .oldest = waiting.backlog.oldest,
                          .due = waiting.due,
                          .late = waiting.due && *waiting.due < call.now()});
  }
  if (call.caller().rights.has(Right::Support)) {
    standing::Book const& book = call.services().watch.book;
    out.stopped = Stopped{book.count(standing::Effect::Blocked), book.count(standing::Effect::Restricted)};
  }
  return out;
}

template struct RowOf<GetQueues>;

}  // namespace tamga::api
