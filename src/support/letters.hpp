// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.hpp"
#include "sql/connection.hpp"
#include "support/desk.hpp"
#include "support/ticket.hpp"
#include "support/violation.hpp"

namespace tamga::support {

/// A letter about what became of a ticket: to who asked, in his language, or to the address of his
/// organisation's profile; nothing when neither is an address.
Result<void> post_letter(Desk const& desk, sql::Connection& connection, Ticket const& ticket,
                         std::string const& text, UnixMs now);

/// The key of the letter about the decision of a report.
std::string letter_key(Violation const& report);
/// The letter about it, to the contact that was given; nothing when none was.
Result<void> post_letter(Desk const& desk, sql::Connection& connection, Violation const& report, UnixMs now);

}  // namespace tamga::support
