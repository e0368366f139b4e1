// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"

namespace tamga::standing {

inline constexpr std::array kDistribution{sql::Distribution{.table = "standing"}};

/// A row for each participant. `findings` and `confirmed` are JSON, empty text: nothing. `effect` is the
/// worst of the findings.
inline constexpr std::array kMigrations{
    sql::Migration{1, "how participants stand with the register", R"sql(
CREATE TABLE standing (
  participant {integer} NOT NULL PRIMARY KEY,
  effect {integer} NOT NULL,
  findings {text} NOT NULL,
  confirmed {text} NOT NULL,
  profile {integer} NOT NULL,
  checked_at {integer},
  next_check {integer} NOT NULL
) {strict};
CREATE INDEX standing_due ON standing (next_check);
CREATE INDEX standing_effect ON standing (effect, participant);
)sql",
                   kDistribution},
};

}  // namespace tamga::standing
