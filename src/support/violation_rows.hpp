// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "sql/connection.hpp"
#include "support/violation.hpp"

namespace tamga::support {

/// Errors: VIOLATION_UNKNOWN.
Result<Violation> find_violation(sql::Connection& connection, ViolationNo number);

/// Which reports the operator looks at.
struct ViolationFilter {
  std::optional<ViolationState> state{};
  std::optional<std::string> kind{};
};
/// The oldest first, numbers above `after`.
Result<std::vector<Violation>> violations(sql::Connection& connection, ViolationFilter const& filter,
                                          ViolationNo after, int limit);
/// About goods that a participant holds or whose GTIN it owns: the newest first, numbers below `before`.
Result<std::vector<Violation>> violations_about(sql::Connection& connection, ledger::ParticipantNo whose,
                                                ViolationNo before, int limit);
/// From one address after the moment.
Result<std::int64_t> count_violations(sql::Connection& connection, std::string_view origin, UnixMs after);
/// Decided before the moment, with a contact still.
Result<std::vector<Violation>> with_old_contacts(sql::Connection& connection, UnixMs decided_before,
                                                 int limit);

Result<void> insert(sql::Connection& connection, Violation const& report);
/// What may change of it.
Result<void> update(sql::Connection& connection, Violation const& report);
/// Whether a report from before the moment has one.
Result<bool> has_origins(sql::Connection& connection, UnixMs before);
/// Of reports from before the moment; how many.
Result<std::int64_t> erase_origins(sql::Connection& connection, UnixMs before);

}  // namespace tamga::support
