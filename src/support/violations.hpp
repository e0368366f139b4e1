// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "sql/connection.hpp"
#include "support/desk.hpp"
#include "support/ticket.hpp"
#include "support/violation.hpp"

namespace tamga::support {

// Steps of a consumer's report, each within the caller's transaction; a refusal leaves it as it was.

/// Takes a report in and gives it a secret word. `consent`: to being written to, where there is a contact.
/// Errors: VIOLATION_KIND_UNKNOWN, VIOLATION_GOODS_MISSING, PLACE_INCOMPLETE, CONTACT_CONSENT_MISSING,
/// EMAIL_WRONG, TOO_MANY_VIOLATIONS.
Result<Violation> report(Desk const& desk, sql::Connection& connection, Violation given, bool consent,
                         UnixMs now);
/// One of the operator's people looks after it; `over`: also when a colleague does. Errors:
/// VIOLATION_DECIDED, VIOLATION_TAKEN.
Result<Violation> take(sql::Connection& connection, Violation found, Author const& officer, bool over);
/// Ends it with an answer for everybody; who reported gets a letter when he gave a contact. Errors:
/// VIOLATION_DECIDED, VIOLATION_TAKEN.
Result<Violation> decide(Desk const& desk, sql::Connection& connection, Violation found,
                         Author const& officer, bool confirmed, std::string_view answer, UnixMs now);
/// The one with the secret word. Errors: VIOLATION_UNKNOWN, also when the word is another one.
Result<Violation> find_by_secret(sql::Connection& connection, ViolationNo number, std::string_view secret);

/// Whether there is something personal that is old enough.
Result<bool> is_to_be_erased(Desk const& desk, sql::Connection& connection, UnixMs now);
/// Contacts of reports decided longer ago than the country keeps them, at most `limit`, with the letters that
/// were sent to them; and addresses of yesterday. Gives the reports whose contact was erased.
Result<std::vector<ViolationNo>> erase_contacts(Desk const& desk, sql::Connection& connection, UnixMs now,
                                                int limit);

}  // namespace tamga::support
