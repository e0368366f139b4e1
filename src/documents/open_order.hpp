// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "documents/case.hpp"

namespace tamga::documents {

/// The order that a document names in the field `order`. Nothing, with the objection told, when there is none
/// or when it is of another; the system itself may name any.
Result<std::optional<emission::Order>> named_order(Case& one, std::string const& number);

/// What of a line was never fetched, in whatever parts it was.
Result<ledger::CodeSet> unfetched(sql::Connection& connection, emission::OrderLine const& line);

/// Whether the codes of an order count as applied from the order on, by today's rules of its group.
bool applied_when_made(country::Country const& country, emission::Order const& order, Date today);

/// Those of `codes` that are as they were made: not applied since, not packed, held or written off. They are
/// loaded in the batch. `at_once`: they were made as applied.
ledger::CodeSet untouched(ledger::Batch const& batch, ledger::CodeSet const& codes, bool at_once);

/// Codes of an order that nobody used, which age: those never applied, and of codes made as applied (`at_once`)
/// those never fetched. Brings them into the batch.
Result<ledger::CodeSet> unused_codes(sql::Connection& connection, ledger::Batch& batch,
                                     emission::Order const& order, bool at_once);

}  // namespace tamga::documents
