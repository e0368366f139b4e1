// SPDX-License-Identifier: Apache-2.0
// What is due is neither lost nor done for good while somebody asks again.
#include "contracts/due.hpp"

#include "contracts/testing/desk.hpp"

namespace tamga::contracts {
namespace {

class DueTest : public testing::Desk {
 protected:
  static constexpr UnixMs kNow{1'000'000};
  static constexpr ParticipantNo kSeven{7};

  void ask(ParticipantNo participant, UnixMs now = kNow) {
    ASSERT_TRUE(durably([&](sql::Connection& c) { return ask_for(c, participant, kProfileChanged, now); }));
  }
  std::vector<Due> due(UnixMs now = kNow) {
    return durably([&](sql::Connection& c) { return due_now(c, now, 10); }).value();
  }
};

TEST_P(DueTest, AskedWhileItIsDoneStaysDue) {
  ask(kSeven);
  Due const first = due().at(0);
  EXPECT_EQ(first.reason, kProfileChanged);
  ask(kSeven);
  ASSERT_TRUE(durably([&](sql::Connection& c) { return settle(c, first); }));
  ASSERT_EQ(due().size(), 1U) << "the second wish is another";
  Due const second = due().at(0);
  ASSERT_TRUE(durably([&](sql::Connection& c) { return settle(c, second); }));
  EXPECT_TRUE(due().empty());
}

TEST_P(DueTest, AnObstacleIsKeptUntilTheNextTry) {
  ask(kSeven);
  Obstacle const gap{"CONTRACT_FACT_MISSING", {{"fact", "participant_account"}}};
  UnixMs const later(kNow.value() + 5);
  ASSERT_TRUE(
      durably([&](sql::Connection& c) { return postpone(c, due_now(c, kNow, 1)->at(0), later, gap); }));
  EXPECT_TRUE(due().empty());
  ASSERT_EQ(due(later).size(), 1U);
  EXPECT_EQ(due(later).at(0).obstacle, gap);
  EXPECT_EQ(due(later).at(0).tries, 1);
  ASSERT_TRUE(durably([&](sql::Connection& c) { return ask_again(c, kNow); }));
  EXPECT_EQ(due().size(), 1U) << "something of the country changed";
}

TEST_P(DueTest, AGroupConcernsThoseWhoHaveAContractForIt) {
  active(uz().codes("water"));
  ASSERT_TRUE(durably([&](sql::Connection& c) { return ask_for_group(c, "beer", kPricesChanged, kNow); }));
  EXPECT_TRUE(due().empty());
  ASSERT_TRUE(durably([&](sql::Connection& c) { return ask_for_group(c, "water", kPricesChanged, kNow); }));
  ASSERT_EQ(due().size(), 1U);
  EXPECT_EQ(due().at(0).participant, uz().facts.participant_number);
  ASSERT_TRUE(durably([&](sql::Connection& c) { return ask_for_kind(c, "codes", kWordingChanged, kNow); }));
  EXPECT_EQ(due().at(0).reason, kWordingChanged);
}

TEST_P(DueTest, HoldingsTellWhatLapsedFromWhatEnded) {
  Contract const old = active(uz().codes("water"));
  Date const day = uz().facts.date;
  ContractFacts newer = uz().codes("water");
  newer.participant.address = "elsewhere";
  ASSERT_TRUE(durably(
      [&](sql::Connection& c) { return contracts_->replace(c, old.no, newer, day, "moved", "rule", kNow); }));
  Holding const held = holdings().at(0);
  EXPECT_TRUE(held.covers(day));
  EXPECT_FALSE(held.lapsed(day));
  Date const after = Date::from_days(day.days() + 1);
  EXPECT_FALSE(held.covers(after));
  EXPECT_TRUE(held.lapsed(after));
  EXPECT_EQ(held.pending->state, ContractState::Draft);
  ASSERT_TRUE(
      durably([&](sql::Connection& c) { return contracts_->end(c, held.pending->no, "why", "rule", kNow); }));
  EXPECT_FALSE(holdings().at(0).lapsed(after)) << "ended, not run out";
}

INSTANTIATE_TEST_SUITE_P(Engines, DueTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::contracts
