// SPDX-License-Identifier: Apache-2.0
// Features U-50 to U-53: a participant goes through a pilot and out of it while the days pass.
#include "server/contract_rounds.hpp"

#include "api/testing/contract_steps.hpp"
#include "contract_office/testing/desk.hpp"

namespace tamga::server {
namespace {

using api::testing::Json;

class ContractRoundsTest : public api::testing::ContractSystem {
 protected:
  void SetUp() override {
    country_folder_.emplace();
    spec_ = country_folder_->spec();
    ContractSystem::SetUp();
  }
  void TearDown() override {
    ContractSystem::TearDown();
    country_folder_.reset();
  }
  /// The days pass until that one; the system does what it does every day, and everybody signs in again.
  void until(char const* text) {
    std::int64_t const moment = std::int64_t{Date::parse(text)->days()} * 86'400'000 + 36'000'000;
    clock_.pass(moment - clock_.now().value());
    rounds();
    ASSERT_EQ(maker_->sign_in().status, 201);
  }
  void rounds() {
    auto const& office = contract_office_->office();
    auto const day = day_.run(office, *sequencer_, clock_.now());
    ASSERT_TRUE(day) << describe(day.error());
    auto const made = attend_contracts(office, store(), *sequencer_, clock_.now());
    ASSERT_TRUE(made) << describe(made.error());
  }
  Json codes(std::size_t version) {
    for (Json const& one : contracts(*maker_))
      if (one.at("kind") == "codes" && one.at("version") == version) return one;
    return {};
  }
  std::string outcome() {
    auto const reply = order();
    if (reply.json.value("status", "") == "accepted") return "accepted";
    return reply.raw.body.find("GROUP_CONTRACT_LAPSED") != std::string::npos ? "lapsed" : reply.raw.body;
  }

  std::optional<contract_office::testing::PilotCountry> country_folder_;
  ContractDay day_;
};

TEST_P(ContractRoundsTest, APilotEnds) {
  rounds();
  ASSERT_EQ(complete_profile(*maker_).json.at("status"), "accepted");
  rounds();
  sign_all();
  EXPECT_EQ(outcome(), "accepted");
  EXPECT_NE(maker_->get(path(codes(1)) + "/texts/ru")
                .raw.body.find("\t\xd0\xb1\xd0\xb5\xd1\x81\xd0\xbf\xd0\xbb\xd0\xb0\xd1\x82\xd0\xbd\xd0\xbe"),
            std::string::npos);

  until("2026-06-30");
  EXPECT_TRUE(codes(2).is_null());
  until("2026-07-01");
  ASSERT_FALSE(codes(2).is_null()) << "the priced successor";
  EXPECT_EQ(codes(1).at("state"), "amending");
  EXPECT_EQ(codes(1).at("keep_until"), "2026-07-31");
  EXPECT_NE(maker_->get(path(codes(2)) + "/texts/ru").raw.body.find("68,00"), std::string::npos);
  EXPECT_EQ(outcome(), "accepted") << "within the grace period";

  until("2026-07-31");
  EXPECT_EQ(outcome(), "accepted") << "its last day";
  until("2026-08-01");
  EXPECT_EQ(outcome(), "lapsed");
  EXPECT_EQ(codes(1).at("state"), "superseded");
  EXPECT_EQ(maker_->get("/api/v1/access").json.at("full"), false);
  sign_all();
  EXPECT_EQ(outcome(), "accepted");
  EXPECT_EQ(codes(2).at("state"), "active");

  int made = 0;
  for (auto const& entry : journal_of(1)) made += entry.action == "contract.replace" ? 1 : 0;
  EXPECT_EQ(made, 1);
}

INSTANTIATE_TEST_SUITE_P(Engines, ContractRoundsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::server
