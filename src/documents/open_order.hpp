// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "documents/case.hpp"

namespace tamga::documents {

/// The order that a document names in the field `order`. Nothing, with the objection told, when there is none
/// or when it is of another; the system itself may name any.
Result<std::optional<emission::Order>> named_order(Case& one, std::string const& number);

/// What of a line was never fetched.
ledger::CodeSet unfetched(emission::OrderLine const& line);

}  // namespace tamga::documents
