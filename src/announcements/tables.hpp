// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"

namespace tamga::announcements {

inline constexpr std::array kDistribution{sql::Distribution{.table = "announcement"}};

/// `until` and `withdrawn` are NULL while they are open.
inline constexpr std::array kMigrations{
    sql::Migration{1, "announcements", R"sql(
CREATE TABLE announcement (
  announcement {integer} NOT NULL PRIMARY KEY,
  audience {integer} NOT NULL,
  product_group {text} NOT NULL,
  title_ru {text} NOT NULL,
  title_uz {text} NOT NULL,
  title_en {text} NOT NULL,
  text_ru {text} NOT NULL,
  text_uz {text} NOT NULL,
  text_en {text} NOT NULL,
  shown_from {integer} NOT NULL,
  shown_until {integer},
  person {text} NOT NULL,
  withdrawn {integer}
) {strict};
CREATE INDEX announcement_shown ON announcement (shown_from);
)sql",
                   kDistribution},
};

}  // namespace tamga::announcements
