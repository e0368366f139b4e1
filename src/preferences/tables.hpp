// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"

namespace tamga::preferences {

inline constexpr std::array kDistribution{sql::Distribution{.table = "preference", .column = "participant"}};

inline constexpr std::array kMigrations{
    sql::Migration{1, "preferences of users", R"sql(
CREATE TABLE preference (
  participant {integer} NOT NULL,
  person {integer} NOT NULL,
  name {text} NOT NULL,
  value {text} NOT NULL,
  PRIMARY KEY (participant, person, name)
) {strict_keyed};
)sql",
                   kDistribution},
};

}  // namespace tamga::preferences
