// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::audit {

/// `audit_run`: audits that were made, for good. `report` and `fault`: JSON of Report and of
/// Fault; an empty `fault`: nothing was found.
inline constexpr std::array kMigrations{sql::Migration{1, "audits that were made", R"sql(
CREATE TABLE audit_run (
  run {integer} NOT NULL PRIMARY KEY,
  subject {integer} NOT NULL,
  asked_by {text} NOT NULL,
  began_at {integer} NOT NULL,
  ended_at {integer} NOT NULL,
  report {text} NOT NULL,
  fault {text} NOT NULL
) {strict_keyed};
CREATE INDEX audit_run_subject ON audit_run (subject, run);
)sql"}};

/// Subjects whose last audit found something.
inline constexpr sql::Statement kDamagedBacklog{
    "audit.backlog",
    "SELECT COUNT(*), MIN(ended_at) FROM audit_run r WHERE fault <> '' AND NOT EXISTS "
    "(SELECT 1 FROM audit_run n WHERE n.subject = r.subject AND n.run > r.run)"};

}  // namespace tamga::audit
