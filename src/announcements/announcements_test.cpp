// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "announcements/announcement.hpp"
#include "announcements/errors.hpp"
#include "announcements/tables.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::announcements {
namespace {

class AnnouncementsTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("announcements", kMigrations);
  }
  static Announcement one(std::int64_t number, Audience audience, std::int64_t from,
                          std::optional<std::int64_t> until = {}) {
    return {.number = AnnouncementNo(number),
            .audience = audience,
            .group = "",
            .title = {"r", "u", "e"},
            .text = {"R", "U", "E"},
            .from = UnixMs(from),
            .until = until ? std::optional(UnixMs(*until)) : std::nullopt,
            .person = "Somebody"};
  }
  std::vector<std::int64_t> shown_at(Audience reader, std::int64_t now) {
    auto connection = store().reader().value();
    std::vector<std::int64_t> out;
    auto const found = shown(*connection, reader, UnixMs(now)).value();
    for (Announcement const& one : found) out.push_back(one.number.value());
    return out;
  }
};

// Shown in their term, to whom they are for, the newest first; a withdrawn one at once no more.
TEST_P(AnnouncementsTest, AreShownInTheirTerm) {
  auto writer = store().writer().value();
  ASSERT_TRUE(publish(*writer, one(1, Audience::Everybody, 100)));
  ASSERT_TRUE(publish(*writer, one(2, Audience::Participants, 200, 300)));
  using Numbers = std::vector<std::int64_t>;
  EXPECT_EQ(shown_at(Audience::Participants, 99), Numbers{});
  EXPECT_EQ(shown_at(Audience::Participants, 200), (Numbers{2, 1}));
  EXPECT_EQ(shown_at(Audience::Everybody, 200), Numbers{1});
  EXPECT_EQ(shown_at(Audience::Participants, 300), Numbers{1});
  auto const gone = withdraw(*writer, AnnouncementNo(1), UnixMs(250));
  ASSERT_TRUE(gone);
  EXPECT_EQ(gone->withdrawn, UnixMs(250));
  EXPECT_EQ(gone->text.uz, "U");
  EXPECT_EQ(shown_at(Audience::Participants, 300), Numbers{});
  EXPECT_TRUE(withdraw(*writer, AnnouncementNo(1), UnixMs(260)).error().is(kAnnouncementUnknown));
  auto const wrong = publish(*writer, one(3, Audience::Everybody, 100, 100));
  ASSERT_FALSE(wrong);
  EXPECT_TRUE(wrong.error().is(kAnnouncementTerm));
  auto reader = store().reader().value();
  EXPECT_EQ(published(*reader, AnnouncementNo(1'000), 10).value().size(), 2U);
  EXPECT_EQ(published(*reader, AnnouncementNo(2), 10).value().size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Engines, AnnouncementsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::announcements
