// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "sql/connection.hpp"
#include "support/desk.hpp"
#include "support/ticket.hpp"

namespace tamga::support {

/// Messages of one ticket at most.
inline constexpr std::int64_t kMostMessages = 500;

// Steps of a ticket, each within the caller's transaction; a refusal leaves it as it was. What the operator
// does is told to the participant by a letter: to who asked, or to the address of the profile.

/// Takes a question in. `ticket` has its number, who asks, and what about; the rest is filled in. Errors:
/// TICKET_TOPIC_UNKNOWN, TOO_MANY_TICKETS, TOO_MANY_MESSAGES.
Result<Ticket> open_ticket(Desk const& desk, sql::Connection& connection, Ticket ticket,
                           std::string const& text, UnixMs now);
/// Of the participant: the operator's turn from now on, with a term of its own unless one runs already. Of
/// the operator: answered, and his who answers unless somebody has it. A closed ticket is opened again within
/// the country's days. Errors: TICKET_CLOSED, TICKET_FULL, TOO_MANY_MESSAGES.
Result<Ticket> write(Desk const& desk, sql::Connection& connection, Ticket ticket, Author const& author,
                     std::string const& text, UnixMs now);
/// Errors: TICKET_CLOSED.
Result<Ticket> close(Desk const& desk, sql::Connection& connection, Ticket ticket, Author const& author,
                     UnixMs now);
/// One of the operator's people looks after it from now on; `over`: also when a colleague does. Errors:
/// TICKET_CLOSED, TICKET_TAKEN.
Result<Ticket> take(sql::Connection& connection, Ticket ticket, Author const& author, bool over);

}  // namespace tamga::support
