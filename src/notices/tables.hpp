// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"

namespace tamga::notices {

inline constexpr std::array kDistribution{
    sql::Distribution{.table = "notice", .column = "participant"},
    sql::Distribution{.table = "notice_mark", .column = "participant", .colocate_with = "notice"}};

/// `data`: JSON. `up_to` of a mark: the newest notice that its reader has seen.
inline constexpr std::array kMigrations{
    sql::Migration{1, "notices and marks of their readers", R"sql(
CREATE TABLE notice (
  participant {integer} NOT NULL,
  notice {integer} NOT NULL,
  at {integer} NOT NULL,
  event {text} NOT NULL,
  data {text} NOT NULL,
  PRIMARY KEY (participant, notice)
) {strict_keyed};
CREATE INDEX notice_at ON notice (at);
CREATE TABLE notice_mark (
  participant {integer} NOT NULL,
  reader {integer} NOT NULL,
  up_to {integer} NOT NULL,
  PRIMARY KEY (participant, reader)
) {strict_keyed};
)sql",
                   kDistribution},
};

}  // namespace tamga::notices
