// SPDX-License-Identifier: Apache-2.0
#include "country/dated.hpp"

#include <gtest/gtest.h>

namespace tamga::country {
namespace {

Date day(std::string_view text) { return Date::parse(text).value(); }

// A rule is in force from its first day until the day before the next begins, whatever the order in the file.
TEST(Dated, RowOfTheDay) {
  Dated<int> const rules({{day("2025-05-23"), 2}, {day("2021-01-01"), 1}});
  EXPECT_EQ(rules.in_force(day("2020-12-31")), nullptr);
  EXPECT_EQ(*rules.in_force(day("2021-01-01")), 1);
  EXPECT_EQ(*rules.in_force(day("2025-05-22")), 1);
  EXPECT_EQ(*rules.in_force(day("2025-05-23")), 2);
  EXPECT_EQ(*rules.in_force(day("2099-01-01")), 2);
}

// Nothing is in force when nothing was ever decided.
TEST(Dated, EmptyHasNoRow) { EXPECT_EQ(Dated<int>().in_force(day("2026-01-01")), nullptr); }

}  // namespace
}  // namespace tamga::country
