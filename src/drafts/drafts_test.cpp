// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "drafts/draft.hpp"
#include "drafts/errors.hpp"
#include "drafts/tables.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::drafts {
namespace {

constexpr ParticipantNo kShop(1);
constexpr ParticipantNo kOther(2);

class DraftsTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("drafts", kMigrations);
  }
  Result<void> put(ParticipantNo who, std::string name, std::string body, std::int64_t saved = 1) {
    auto writer = store().writer().value();
    return save(*writer, who,
                {std::move(name), "complete_profile", std::move(body), "Somebody", UnixMs(saved)});
  }
};

// What was typed last is what is found; others have their own.
TEST_P(DraftsTest, KeepWhatWasTyped) {
  ASSERT_TRUE(put(kShop, "profile", R"({"address":"Nav"})", 1));
  ASSERT_TRUE(put(kShop, "profile", R"({"address":"Navoiy 1"})", 2));
  ASSERT_TRUE(put(kShop, "report", "{}", 3));
  auto reader = store().reader().value();
  auto const found = find(*reader, kShop, "profile").value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->body, R"({"address":"Navoiy 1"})");
  EXPECT_EQ(found->saved, UnixMs(2));
  auto const list = of(*reader, kShop).value();
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list.front().name, "report");
  EXPECT_TRUE(list.front().body.empty());
  EXPECT_FALSE(find(*reader, kOther, "profile").value());
  auto writer = store().writer().value();
  EXPECT_TRUE(discard(*writer, kOther, "profile").error().is(kDraftUnknown));
  ASSERT_TRUE(discard(*writer, kShop, "profile"));
  EXPECT_FALSE(find(*reader, kShop, "profile").value());
}

TEST_P(DraftsTest, Limits) {
  EXPECT_TRUE(put(kShop, "a", "{\"half\":").error().is(kDraftNoJson));
  EXPECT_TRUE(put(kShop, "a", '"' + std::string(kMaxBodyBytes, 'x') + '"').error().is(kDraftTooLarge));
  for (std::int64_t i = 0; i < kMostDrafts; ++i) ASSERT_TRUE(put(kShop, std::to_string(i), "{}"));
  EXPECT_TRUE(put(kShop, "one more", "{}").error().is(kTooManyDrafts));
  EXPECT_TRUE(put(kShop, "7", "[]"));
  EXPECT_TRUE(put(kOther, "one more", "{}"));
}

INSTANTIATE_TEST_SUITE_P(Engines, DraftsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::drafts
