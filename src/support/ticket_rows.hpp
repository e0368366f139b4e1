// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "sql/connection.hpp"
#include "support/ticket.hpp"

namespace tamga::support {

/// Errors: TICKET_UNKNOWN.
Result<Ticket> find_ticket(sql::Connection& connection, TicketNo number);
/// All of a ticket, in the order in which they were written.
Result<std::vector<Message>> messages_of(sql::Connection& connection, TicketNo number);

/// Which tickets of a participant.
struct OwnTickets {
  ledger::ParticipantNo participant;
  std::optional<registry::UserNo> user{};  ///< that he asked himself
  std::optional<TicketState> state{};
};
/// The newest first, numbers below `before`, at most `limit`.
Result<std::vector<Ticket>> tickets_of(sql::Connection& connection, OwnTickets const& which, TicketNo before,
                                       int limit);

/// Where a page of the queue begins: behind this ticket.
struct QueuePlace {
  UnixMs due{};
  TicketNo ticket{};
};
/// Which tickets the operator looks at.
struct QueueFilter {
  TicketState state = TicketState::Open;
  std::optional<std::string> topic{};
  std::optional<std::string> group{};
  std::optional<ledger::ParticipantNo> participant{};
  std::optional<registry::UserNo> taken_by{};  ///< 0: by nobody
  std::optional<UnixMs> due_before{};
};
/// What is due first comes first.
Result<std::vector<Ticket>> queue(sql::Connection& connection, QueueFilter const& filter, QueuePlace after,
                                  int limit);

/// That a participant has not closed.
Result<std::int64_t> count_unclosed(sql::Connection& connection, ledger::ParticipantNo participant);
/// That its people wrote after the moment.
Result<std::int64_t> count_messages(sql::Connection& connection, ledger::ParticipantNo participant,
                                    UnixMs after);

Result<void> insert(sql::Connection& connection, Ticket const& ticket);
/// What may change of it.
Result<void> update(sql::Connection& connection, Ticket const& ticket);
Result<void> insert(sql::Connection& connection, Ticket const& ticket, Author const& author,
                    Message const& message);

}  // namespace tamga::support
