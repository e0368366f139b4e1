// SPDX-License-Identifier: Apache-2.0
#include "shape/scalars.hpp"

#include <gtest/gtest.h>

#include "shape/errors.hpp"

namespace tamga::shape {
namespace {

std::string moment(std::string_view text) {
  auto const value = Scalar<UnixMs>::parse(text);
  return value ? rfc3339(*value) : describe(value.error());
}

// One moment may be written in many offsets and with many digits; inside it is one number.
TEST(Moment, IsReadInAnyOffset) {
  EXPECT_EQ(moment("2026-03-01T09:15:00Z"), "2026-03-01T09:15:00.000Z");
  EXPECT_EQ(moment("2026-03-01T14:15:00+05:00"), "2026-03-01T09:15:00.000Z");
  EXPECT_EQ(moment("2026-03-01T00:15:00+05:30"), "2026-02-28T18:45:00.000Z");
  EXPECT_EQ(moment("2026-02-28T23:15:00-10:00"), "2026-03-01T09:15:00.000Z");
  EXPECT_EQ(moment("1970-01-01T00:00:00-00:00"), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(moment("2026-03-01T09:15:00.2Z"), "2026-03-01T09:15:00.200Z");
  EXPECT_EQ(moment("2026-03-01T09:15:00.25Z"), "2026-03-01T09:15:00.250Z");
  EXPECT_EQ(moment("2026-03-01T09:15:00.250999999Z"), "2026-03-01T09:15:00.250Z");
  EXPECT_EQ(moment("1969-12-31T23:59:59.999Z"), "1969-12-31T23:59:59.999Z");
}

TEST(Moment, IsRefusedInAnyOtherForm) {
  for (std::string_view const text : {"",
                                      "2026-03-01",
                                      "2026-03-01T",
                                      "2026-03-01T09:15Z",
                                      "2026-03-01T09:15:00",
                                      "2026-03-01 09:15:00Z",
                                      "2026-03-01t09:15:00Z",
                                      "2026-03-01T09:15:00z",
                                      "2026-02-29T09:15:00Z",
                                      "2026-03-01T24:00:00Z",
                                      "2026-03-01T09:60:00Z",
                                      "2026-03-01T09:15:60Z",
                                      "2026-03-01T09:15:00.Z",
                                      "2026-03-01T09:15:00.1234567890Z",
                                      "2026-03-01T09:15:00+5:00",
                                      "2026-03-01T09:15:00+0500",
                                      "2026-03-01T09:15:00+24:00",
                                      "2026-03-01T09:15:00+05:60",
                                      "2026-03-01T09:15:00Zx",
                                      " 2026-03-01T09:15:00Z",
                                      "1772356500",
                                      "2026-03-01T-1:15:00Z",
                                      "2026-03-01T09:15:00,5Z"}) {
    auto const value = Scalar<UnixMs>::parse(text);
    ASSERT_FALSE(value) << text;
    EXPECT_TRUE(value.error().is(kBadMoment)) << text;
  }
}

TEST(Day, IsReadInOneForm) {
  EXPECT_EQ(Scalar<Date>::parse("2024-02-29").value().text(), "2024-02-29");
  for (std::string_view const text : {"", "2023-02-29", "01.03.2026", "2026-3-1", "2026-03-01T00:00:00Z"}) {
    auto const value = Scalar<Date>::parse(text);
    ASSERT_FALSE(value) << text;
    EXPECT_TRUE(value.error().is(kBadDate)) << text;
  }
}

}  // namespace
}  // namespace tamga::shape
