// SPDX-License-Identifier: Apache-2.0
#include "admission/admission.hpp"
#include "base/testing/source_path.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "admission/code_gate.hpp"
#include "admission/errors.hpp"
#include "channels/tables.hpp"
#include "contracts/testing/desk.hpp"
#include "registry/tables.hpp"
#include "standing/book.hpp"
#include "standing/rules.hpp"
#include "standing/tables.hpp"

namespace tamga::admission {
namespace {

using contracts::Contract;
using contracts::ContractState;

class AdmissionTest : public contracts::testing::Desk {
 protected:
  void SetUp() override {
    Desk::SetUp();
    migrate("registry", registry::kMigrations);
    participants_ = registry::Register::open(store()).value();
    while (participants_->find(number()).value() == std::nullopt)
      participants_->add({{}, "30000000" + std::to_string(++added_), "Company", {"manufacturer"}, false})
          .value();
    admission_.emplace(store(), *participants_, uz().templates, Rules());
  }
  void TearDown() override {
    admission_.reset();
    participants_.reset();
    Desk::TearDown();
  }
  static ParticipantNo number() { return uz().facts.participant_number; }
  static Date day(char const* text) { return *Date::parse(text); }

  Passage passage(std::vector<std::string> types, char const* on = "2026-03-01") {
    admission_->forget(number());
    return admission_->passage(admission_->holdings(number()).value(), std::move(types), day(on));
  }
  std::vector<Step> steps(char const* on = "2026-03-01") {
    admission_->forget(number());
    return admission_->steps(number(), {"water"}, day(on)).value();
  }
  static std::string name(std::optional<Error> const& refusal) {
    return refusal ? std::string(refusal->name()) : "";
  }

  int added_ = 0;
  std::unique_ptr<registry::Register> participants_;
  std::optional<Admission> admission_;
};

TEST_P(AdmissionTest, StepsFollowTheContracts) {
  auto now = steps();
  ASSERT_EQ(now.size(), 4U);
  EXPECT_EQ(now[0].state, StepState::Done);
  EXPECT_EQ(now[1].state, StepState::Done);
  EXPECT_EQ(now[2].state, StepState::Preparing);
  EXPECT_EQ(now[3].group, "water");
  Contract const connection = shown(uz().facts);
  now = steps();
  EXPECT_EQ(now[2].state, StepState::Yours);
  EXPECT_EQ(now[2].where, "/contracts/" + std::to_string(connection.no.value()));
  EXPECT_EQ(name(now[2].missing), "CONNECTION_CONTRACT_MISSING");
  ASSERT_TRUE(sign(connection.no, signature(connection)));
  EXPECT_EQ(steps()[2].state, StepState::Operator);
  ASSERT_TRUE(accept_by_rule(connection.no));
  EXPECT_EQ(steps()[2].state, StepState::Done);
  EXPECT_FALSE(steps()[2].missing);
  active(uz().codes("water"));
  EXPECT_EQ(steps()[3].state, StepState::Done);
}

TEST_P(AdmissionTest, TypesDecideWhatIsNeeded) {
  active(uz().facts);
  EXPECT_EQ(name(passage({"manufacturer"}).refusal(Deed::WithGoods)), "");
  EXPECT_EQ(name(passage({"manufacturer"}).refusal(Deed::WithGoods, "water")), "GROUP_CONTRACT_MISSING");
  EXPECT_EQ(name(passage({"retail"}).refusal(Deed::WithGoods, "water")), "");
  EXPECT_EQ(name(Passage().refusal(Deed::NewGoods, "water")), "");
}

TEST_P(AdmissionTest, ALapsedContractStopsNewGoodsOnly) {
  active(uz().facts);
  Contract const old = active(uz().codes("water"));
  auto dearer = uz().codes("water");
  dearer.group->prices.front().price_minor += 100;
  ASSERT_TRUE(durably([&](sql::Connection& c) {
    return contracts_->replace(c, old.no, dearer, day("2026-03-10"), "prices", "rule",
                               contracts::testing::kNow);
  }));
  EXPECT_EQ(name(passage({"manufacturer"}, "2026-03-10").refusal(Deed::NewGoods, "water")), "");
  EXPECT_EQ(steps("2026-03-10")[3].until, day("2026-03-10"));
  EXPECT_EQ(name(passage({"manufacturer"}, "2026-03-11").refusal(Deed::NewGoods, "water")),
            "GROUP_CONTRACT_LAPSED");
  EXPECT_EQ(name(passage({"manufacturer"}, "2026-03-11").refusal(Deed::WithGoods, "water")), "");
  // The daily round closes what lapsed; nothing changes by that.
  ASSERT_TRUE(durably([&](sql::Connection& c) {
    return contracts_->close_lapsed(c, day("2026-03-11"), 10, contracts::testing::kNow);
  }));
  EXPECT_EQ(name(passage({"manufacturer"}, "2026-03-11").refusal(Deed::NewGoods, "water")),
            "GROUP_CONTRACT_LAPSED");
}

// Codes ordered before are given out only to who may order today.
TEST_P(AdmissionTest, OrderedCodesWaitForTheContracts) {
  auto const refusal = [&](char const* on = "2026-03-01") {
    admission_->forget(number());
    return name(refusal_of_codes(*admission_, *participants_, number(), "water", day(on)).value());
  };
  EXPECT_EQ(refusal(), "CONNECTION_CONTRACT_MISSING");
  active(uz().facts);
  EXPECT_EQ(refusal(), "GROUP_CONTRACT_MISSING");
  active(uz().codes("water"));
  EXPECT_EQ(refusal(), "");
}

// What a blocked profile may still do is the country's word; taking codes is not among it.
TEST_P(AdmissionTest, OrderedCodesWaitForTheStanding) {
  migrate("standing", standing::kMigrations);
  active(uz().facts);
  active(uz().codes("water"));
  auto const book = standing::Book::open(store()).value();
  auto rules = standing::read_rules(source_path("spec/uz/standing.toml")).value();
  admission_->watch(*book, rules);
  auto const refusal = [&] {
    return name(refusal_of_codes(*admission_, *participants_, number(), "water", day("2026-03-01")).value());
  };
  EXPECT_EQ(refusal(), "");
  for (standing::Effect const effect : {standing::Effect::Restricted, standing::Effect::Blocked}) {
    standing::Standing stands;
    stands.participant = number();
    stands.findings.push_back({standing::Cause::Operator, effect, UnixMs(0), "", "a complaint", "Clerk"});
    book->show(stands);
    EXPECT_EQ(refusal(), "STANDING_OPERATOR");
    EXPECT_EQ(name(refusal_of_taker(*admission_, number())), "STANDING_OPERATOR");
  }
  rules.blocked_documents.emplace_back(kTakeCodes);
  EXPECT_EQ(refusal(), "");
}

TEST_P(AdmissionTest, WhatIsRememberedIsForgottenByWord) {
  EXPECT_TRUE(admission_->holdings(number()).value()->empty());
  generate(uz().facts);
  EXPECT_TRUE(admission_->holdings(number()).value()->empty()) << "a question costs no query";
  admission_->forget(number());
  EXPECT_EQ(admission_->holdings(number()).value()->size(), 1U);
}

// Shipping waits for a channel from the day that the country's data names.
TEST_P(AdmissionTest, AChannelIsAStep) {
  migrate("channels", channels::kMigrations);
  auto const file =
      std::filesystem::temp_directory_path() / ("tamga-channels-" + std::to_string(getpid()) + ".toml");
  std::filesystem::copy_file(source_path("spec/uz/channels.toml"), file,
                             std::filesystem::copy_options::overwrite_existing);
  auto const directory = channels::Directory::read(file).value();
  std::filesystem::remove(file);
  ASSERT_EQ(directory.needs().size(), 1U);
  EXPECT_FALSE(admission_->needs_channel("ship", day("2026-03-01"))) << "nobody asked";
  admission_->require(directory);
  EXPECT_TRUE(admission_->needs_channel("ship", day("2026-03-01")));
  EXPECT_FALSE(admission_->needs_channel("ship", day("2025-12-31"))) << "not yet";
  EXPECT_FALSE(admission_->needs_channel("receipt", day("2026-03-01")));
  auto const refusal = [&] {
    admission_->forget(number());
    auto const working = admission_->working_channels(number()).value();
    return name(admission_->channel_refusal(*working, "ship", day("2026-03-01")));
  };
  EXPECT_EQ(refusal(), "CHANNEL_MISSING");
  EXPECT_EQ(steps().back().kind, StepKind::Channel);
  EXPECT_EQ(steps().back().state, StepState::Yours);
  EXPECT_EQ(steps().back().where, "/channels");
  EXPECT_EQ(steps("2025-12-31").back().state, StepState::Later);
  auto const connect = [&](std::int64_t no, channels::ChannelKind kind, char const* code,
                           std::optional<std::string> requisite) {
    return durably([&](sql::Connection& c) {
      return channels::connect(c, directory, channels::ChannelNo(no), number(), {kind, code, requisite},
                               "Karimov", UnixMs(0));
    });
  };
  ASSERT_TRUE(connect(1, channels::ChannelKind::Ofd, "tamga", std::nullopt));
  ASSERT_TRUE(connect(2, channels::ChannelKind::Edo, "didox", "301234513"));
  EXPECT_EQ(refusal(), "CHANNEL_MISSING") << "another kind, and one that waits";
  ASSERT_TRUE(connect(3, channels::ChannelKind::Edo, "tamga", std::nullopt));
  EXPECT_EQ(refusal(), "");
  EXPECT_EQ(steps().back().state, StepState::Done);
  ASSERT_TRUE(durably([&](sql::Connection& c) {
    return channels::disconnect(c, number(), channels::ChannelNo(3), UnixMs(0));
  }));
  EXPECT_EQ(refusal(), "CHANNEL_MISSING");
}

INSTANTIATE_TEST_SUITE_P(Engines, AdmissionTest, sql::testing::engines());

class RulesTest : public ::testing::Test {
 protected:
  RulesTest() { std::filesystem::create_directories(folder_); }
  ~RulesTest() override { std::filesystem::remove_all(folder_); }
  Result<Rules> load(std::string const& text) {
    std::ofstream(folder_ / "admission.toml") << text;
    return Rules::load(folder_, contracts::testing::sample("uz").country);
  }
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("tamga-admission-" + std::to_string(getpid()));
};

TEST_F(RulesTest, AGroupMayHaveItsOwnDay) {
  auto const rules =
      load("contracts_from = 2026-01-01\n[[groups]]\ngroup = \"beer\"\ncontracts_from = 2026-07-01\n");
  ASSERT_TRUE(rules) << describe(rules.error());
  EXPECT_EQ(rules->group_from("water").text(), "2026-01-01");
  EXPECT_EQ(rules->group_from("beer").text(), "2026-07-01");
  auto const held = std::make_shared<contracts::Holdings const>();
  contracts::Templates const& templates = contracts::testing::sample("uz").templates;
  Passage const before(templates, *rules, held, {"manufacturer"}, *Date::parse("2026-06-30"));
  Passage const after(templates, *rules, held, {"manufacturer"}, *Date::parse("2026-07-01"));
  EXPECT_FALSE(before.refusal(Deed::NewGoods, "beer"));
  EXPECT_EQ(before.group("beer").standing, Standing::NotYet);
  EXPECT_TRUE(after.refusal(Deed::NewGoods, "beer"));
  EXPECT_TRUE(before.refusal(Deed::NewGoods, "water"));
}

TEST_F(RulesTest, MistakesAreTold) {
  auto const unknown =
      load("contracts_from = 2026-01-01\n[[groups]]\ngroup = \"moon_rocks\"\ncontracts_from = 2026-07-01\n");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().name(), "SPEC_UNKNOWN_REFERENCE");
  EXPECT_FALSE(load("contracts_till = 2026-01-01\n"));
  std::filesystem::remove(folder_ / "admission.toml");
  auto const none = Rules::load(folder_, contracts::testing::sample("uz").country);
  ASSERT_TRUE(none);
  EXPECT_EQ(none->connection_from().days(), 0);
}

}  // namespace
}  // namespace tamga::admission
