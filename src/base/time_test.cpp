// SPDX-License-Identifier: Apache-2.0
#include "base/time.hpp"

#include <gtest/gtest.h>

namespace tamga {
namespace {

// Only days that exist can be written into a document.
TEST(Date, AcceptsOnlyRealDays) {
  EXPECT_TRUE(Date::parse("2024-02-29"));
  for (char const* wrong : {"2023-02-29", "2024-04-31", "2024-00-10", "2024-13-01", "2024-01-00", "24-01-01", "2024-1-01",
                            "2024/01/01", "", "2024-01-0x", "-024-01-01"})
    EXPECT_FALSE(Date::parse(wrong)) << wrong;
}

TEST(Date, TextRoundTrips) {
  for (char const* text : {"1970-01-01", "1999-12-31", "2026-11-24", "2100-03-01"}) {
    auto const date = Date::parse(text);
    ASSERT_TRUE(date);
    EXPECT_EQ(date->text(), text);
    EXPECT_EQ(Date::from_days(date->days()), *date);
  }
  EXPECT_EQ(Date::parse("1970-01-02")->days(), 1);
}

TEST(Moment, IsWrittenInUtcWithMilliseconds) {
  EXPECT_EQ(rfc3339(UnixMs(0)), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(rfc3339(UnixMs(1'767'225'599'007)), "2025-12-31T23:59:59.007Z");
  EXPECT_EQ(rfc3339(UnixMs(-1)), "1969-12-31T23:59:59.999Z");
}

}  // namespace
}  // namespace tamga
