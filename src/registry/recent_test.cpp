// SPDX-License-Identifier: Apache-2.0
#include "registry/recent.hpp"

#include <gtest/gtest.h>

#include <string>
#include <thread>

namespace tamga::registry {
namespace {

// Memory is bounded, and what is asked for often stays.
TEST(Recent, KeepsWhatIsAskedForAndNoMoreThanItMay) {
  Recent<int, std::string> recent(100, std::nullopt);
  recent.put(-1, "wanted");
  for (int i = 0; i < 1000; ++i) {
    recent.put(i, std::to_string(i));
    ASSERT_EQ(recent.find(-1), "wanted");
    ASSERT_LE(recent.size(), 101U);
  }
  EXPECT_EQ(recent.find(999), "999");
  EXPECT_EQ(recent.find(3), std::nullopt);
}

// A row read before somebody wrote it is not put over what was written.
TEST(Recent, AReaderThatWasOvertakenIsNotBelieved) {
  Recent<int, std::string> recent(100, std::nullopt);
  auto const mark = recent.mark();
  recent.put(7, "new");
  recent.remember(7, "old", mark);
  EXPECT_EQ(recent.find(7), "new");

  auto const before_closing = recent.mark();
  recent.forget(7);
  recent.remember(7, "new", before_closing);
  EXPECT_EQ(recent.find(7), std::nullopt);

  recent.remember(7, "read after", recent.mark());
  EXPECT_EQ(recent.find(7), "read after");
}

// Where others may change a row, it is believed for a while only.
TEST(Recent, ARowOfASharedStoreGrowsOld) {
  Recent<int, std::string> recent(100, std::chrono::milliseconds(0));
  recent.put(1, "one");
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  EXPECT_EQ(recent.find(1), std::nullopt);
}

}  // namespace
}  // namespace tamga::registry
