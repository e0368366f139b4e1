// SPDX-License-Identifier: Apache-2.0
#include "base/fold.hpp"

#include <gtest/gtest.h>

namespace tamga {
namespace {

// "OOO <<Moloko>>" is found as "ooo moloko", "O'zbekiston" with whichever apostrophe.
TEST(Fold, IsWhatPeopleSearchBy) {
  EXPECT_EQ(folded("  OOO  \"Sut\" "), "ooo sut");
  EXPECT_EQ(folded("\xD0\x9E\xD0\x9E\xD0\x9E \xC2\xAB\xD0\x81\xD0\xBB\xD0\xBA\xD0\xB0\xC2\xBB"),
            "\xD0\xBE\xD0\xBE\xD0\xBE \xD1\x91\xD0\xBB\xD0\xBA\xD0\xB0");
  EXPECT_EQ(folded("O\xCA\xBBzbekiston"), "ozbekiston");
  EXPECT_EQ(folded("O'ZBEKISTON"), "ozbekiston");
  EXPECT_EQ(folded("\xD2\x92\xD0\xB0\xD0\xBB\xD0\xBB\xD0\xB0"), "\xD2\x93\xD0\xB0\xD0\xBB\xD0\xBB\xD0\xB0");
  EXPECT_EQ(folded(""), "");
  EXPECT_EQ(folded("\xFF\xD0"), "\xFF\xD0");
}

}  // namespace
}  // namespace tamga
