// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"

namespace tamga::drafts {

inline constexpr std::array kDistribution{sql::Distribution{.table = "draft", .column = "participant"}};

inline constexpr std::array kMigrations{
    sql::Migration{1, "drafts", R"sql(
CREATE TABLE draft (
  participant {integer} NOT NULL,
  name {text} NOT NULL,
  kind {text} NOT NULL,
  body {text} NOT NULL,
  person {text} NOT NULL,
  saved {integer} NOT NULL,
  PRIMARY KEY (participant, name)
) {strict_keyed};
)sql",
                   kDistribution},
};

}  // namespace tamga::drafts
