// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <limits>

#include "base/testing/hand_clock.hpp"
#include "notices/notice.hpp"
#include "notices/tables.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::notices {
namespace {

class NoticesTest : public sql::testing::EachEngine {
 protected:
  static constexpr ledger::ParticipantNo kShop{7};
  static constexpr ledger::ParticipantNo kDairy{8};

  void SetUp() override {
    EachEngine::SetUp();
    migrate("notices", kMigrations);
  }
  void keep_one(ledger::ParticipantNo to, std::string event, std::int64_t at) {
    auto writer = store().writer().value();
    Notice const notice{to, std::move(event), "{}"};
    ASSERT_TRUE(keep(*writer, numbers_, UnixMs(at), {&notice, 1}));
  }
  std::vector<std::string> events(ledger::ParticipantNo of) {
    auto reader = store().reader().value();
    std::vector<std::string> out;
    auto const found =
        notices_of(*reader, of, NoticeNo(std::numeric_limits<std::int64_t>::max()), 10).value();
    for (KeptNotice const& one : found) out.push_back(one.event);
    return out;
  }
  std::int64_t count(Reader reader) { return unread(*store().reader().value(), kShop, reader).value(); }
  NoticeNo newest() {
    auto reader = store().reader().value();
    return notices_of(*reader, kShop, NoticeNo(std::numeric_limits<std::int64_t>::max()), 1)
        .value()
        .at(0)
        .number;
  }
  HandClock clock_;
  NumberSource numbers_{clock_, 1};
};

TEST_P(NoticesTest, EachSeesItsOwnTheNewestFirst) {
  keep_one(kShop, "first", 10);
  keep_one(kDairy, "theirs", 11);
  keep_one(kShop, "second", 12);
  EXPECT_EQ(events(kShop), (std::vector<std::string>{"second", "first"}));
  EXPECT_EQ(events(kDairy), std::vector<std::string>{"theirs"});
}

// What one person has read another may not have; a mark never goes back.
TEST_P(NoticesTest, ReadersHaveMarksOfTheirOwn) {
  keep_one(kShop, "first", 10);
  NoticeNo const first = newest();
  keep_one(kShop, "second", 12);
  EXPECT_EQ(count(1), 2);
  {
    auto writer = store().writer().value();
    ASSERT_TRUE(mark(*writer, kShop, 1, first));
  }
  EXPECT_EQ(count(1), 1);
  EXPECT_EQ(count(2), 2);
  NoticeNo const second = newest();
  {
    auto writer = store().writer().value();
    ASSERT_TRUE(mark(*writer, kShop, 1, second));
    ASSERT_TRUE(mark(*writer, kShop, 1, first));
  }
  EXPECT_EQ(count(1), 0);
}

TEST_P(NoticesTest, OldOnesAreForgotten) {
  keep_one(kShop, "first", 10);
  keep_one(kShop, "second", 12);
  EXPECT_EQ(forget(*store().writer().value(), UnixMs(12)).value(), 1);
  EXPECT_EQ(events(kShop), std::vector<std::string>{"second"});
}

INSTANTIATE_TEST_SUITE_P(Engines, NoticesTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::notices
