// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "documents/case.hpp"

namespace tamga::documents {

/// What ties a return to the document that took the goods out of circulation.
struct ReturnTerms {
  std::optional<std::int32_t> days;               ///< since that document
  std::optional<std::string_view> cash_register;  ///< that sold them
  std::optional<std::string_view> receipt;        ///< by which they were sold
};

/// Refuses named codes whose return does not fit the document that did one of `events` to them last, and
/// gives them: too late (RETURN_TOO_LATE), another cash register (OTHER_CASH_REGISTER), another receipt
/// (OTHER_RECEIPT). A look into the history of each block and one into each of those documents. Features 3.1,
/// rows 20 and 21.
Result<ledger::CodeSet> refuse_outside_terms(Case& one, NamedCodes const& named, ledger::CodeSet const& codes,
                                             std::span<ledger::Event const> events, ReturnTerms const& terms);

}  // namespace tamga::documents
