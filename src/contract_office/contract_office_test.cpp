// SPDX-License-Identifier: Apache-2.0
// Features 1.11, 1.14: contracts that make themselves, who accepts them, and what a pilot becomes.
#include "contract_office/testing/desk.hpp"

#include "contract_office/errors.hpp"
#include "contract_office/facts.hpp"
#include "contract_office/prior_request.hpp"

namespace tamga::contract_office {
namespace {

using contracts::ContractState;
using Words = std::vector<std::string>;

class ContractOfficeTest : public testing::Desk {
 protected:
  UnixMs const now_ = at("2026-03-02");
  [[nodiscard]] static UnixMs days_later(UnixMs moment, int days) {
    return UnixMs(moment.value() + std::int64_t{days} * 86'400'000);
  }
  std::string obstacle() {
    auto reader = store().reader().value();
    auto const due = contracts::due_of(*reader, participant_).value();
    return due && due->obstacle ? due->obstacle->error : "";
  }
};

TEST_P(ContractOfficeTest, AProfileBringsItsContracts) {
  says(profile({"water", "beer"}), now_);
  EXPECT_EQ(attend(now_), (Words{"contract.generate", "contract.generate", "contract.generate"}));
  EXPECT_EQ(states(), (Words{"codes water ready", "codes beer ready", "connection ready"}));
  EXPECT_EQ(letters(), (Words{"contract_ready", "contract_ready", "contract_ready"}));
  EXPECT_TRUE(attend(now_).empty()) << "done once";
  sign_all(now_);
  EXPECT_EQ(states(), (Words{"codes water active", "codes beer active", "connection active"}));
  EXPECT_EQ(letters().size(), 6U);
  EXPECT_EQ(letters().back(), "contract_active");

  // A change that stands in the text is a new version; the old one is kept meanwhile. Features R-59.
  auto moved = profile({"water"});
  moved.address = "Samarqand, Registon 1";
  says(moved, now_);
  EXPECT_EQ(attend(now_), (Words{"contract.end", "contract.replace", "contract.replace"}));
  EXPECT_EQ(states(), (Words{"codes water amending", "codes beer ended", "connection amending",
                             "codes water ready", "connection ready"}));
  EXPECT_EQ(all()[0].keep_until->text(), "2026-04-01");
  EXPECT_EQ(letters().back(), "contract_replaced");
  sign_all(now_);
  EXPECT_EQ(all()[0].state, ContractState::Superseded);

  // What no paragraph prints changes nothing.
  auto lines = moved;
  lines.sites = std::vector<registry::ProductionSite>{{"One", "There", {}}};
  says(lines, now_);
  EXPECT_TRUE(attend(now_).empty());
}

// The register's code of the reason of tax registration stands in contracts until the company names another.
TEST_P(ContractOfficeTest, TheProfileGoesBeforeTheRegister) {
  Known known{.participant = participants_->find(participant_).value().value(),
              .profile = profile(),
              .entity = businesses_.entity};
  auto const printed = [&] {
    return facts_of(office(), known, "connection", "", *Date::parse("2026-03-02"))
        .participant.tax_registration;
  };
  EXPECT_EQ(printed(), std::nullopt);
  known.entity->kpp = "770001001";
  EXPECT_EQ(printed(), "770001001");
  known.profile.kpp = "770043001";
  EXPECT_EQ(printed(), "770043001");
}

TEST_P(ContractOfficeTest, AGapIsToldAndFilled) {
  auto gap = profile();
  gap.bank.reset();
  says(gap, now_);
  EXPECT_TRUE(attend(now_).empty());
  EXPECT_EQ(obstacle(), "CONTRACT_FACT_MISSING");
  says(profile(), now_);
  EXPECT_EQ(attend(now_).size(), 2U);
  EXPECT_EQ(obstacle(), "");
}

TEST_P(ContractOfficeTest, ASilentRegisterIsAskedAgain) {
  businesses_.silent = true;
  says(profile(), now_);
  EXPECT_TRUE(attend(now_).empty());
  EXPECT_EQ(obstacle(), "REGISTER_UNREACHABLE");
  businesses_.silent = false;
  EXPECT_TRUE(attend(UnixMs(now_.value() + 9'000)).empty()) << "not yet";
  EXPECT_EQ(attend(UnixMs(now_.value() + 10'000)).size(), 2U);
  EXPECT_TRUE(all()[0].facts.participant.director == "Karimov Anvar");
}

TEST_P(ContractOfficeTest, OneWithoutAGroupDoesNotHoldUpTheOthers) {
  // Codes of this group cannot be ordered: there is no price to agree on.
  says(profile({"water", "fertilizers"}), now_);
  EXPECT_EQ(attend(now_).size(), 2U);
  EXPECT_EQ(obstacle(), "CONTRACT_FACT_MISSING");
  EXPECT_TRUE(attend(now_).empty());
  EXPECT_TRUE(attend(days_later(now_, 1)).empty()) << "tried again, nothing twice";
  EXPECT_EQ(states(), (Words{"codes water ready", "connection ready"}));
}

TEST_P(ContractOfficeTest, WithoutASignerItWaitsForAPerson) {
  open(false);
  says(profile(), now_);
  attend(now_);
  auto const contract = all()[0];
  auto const waiting = sign(contract, now_);
  ASSERT_TRUE(waiting) << describe(waiting.error());
  EXPECT_EQ(waiting->state, ContractState::Review);
  EXPECT_EQ(waiting->reason, "signer");
  auto const no_key =
      durably([&](sql::Connection& c) { return accept(office(), c, contract.no, "Rahimova", now_); });
  ASSERT_FALSE(no_key);
  EXPECT_EQ(no_key.error().name(), "OPERATOR_SIGNER_MISSING");
  auto const back = durably([&](sql::Connection& c) {
    return give_back(office(), c, contract.no, "another bank", "Rahimova", now_);
  });
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_EQ(letters().back(), "contract_returned");
  ASSERT_TRUE(sign(contract, now_));
  open();
  auto const accepted =
      durably([&](sql::Connection& c) { return accept(office(), c, contract.no, "Rahimova", now_); });
  ASSERT_TRUE(accepted) << describe(accepted.error());
  EXPECT_EQ(accepted->operator_signature->person, "Rahimova");
  EXPECT_TRUE(verifier_->verify_detached(accepted->operator_signature->cms, accepted->manifest, now_));
}

TEST_P(ContractOfficeTest, ConsentIsToTheTermsInForce) {
  says(profile(), now_);
  attend(now_);
  auto const contract = all()[0];
  auto const old = durably([&](sql::Connection& c) -> Result<contracts::Contract> {
    TAMGA_TRY(office().contracts.open(c, contract.no, "Karimov", now_));
    return contract_office::sign(office(), c, contract.no, "x", "2019-1", now_);
  });
  ASSERT_FALSE(old);
  EXPECT_EQ(old.error().name(), "CONTRACT_CONSENT_OUTDATED");
}

/// A pilot from its first contract to the priced one; the days pass.
TEST_P(ContractOfficeTest, APilotBecomesMandatory) {
  EXPECT_TRUE(compare(now_)) << "the first look";
  EXPECT_FALSE(compare(now_));
  says(profile(), now_);
  attend(now_);
  sign_all(now_);
  EXPECT_EQ(all()[0].facts.group->mode, country::GroupMode::Pilot);
  auto const free = all()[0];
  for (auto const& price : free.facts.group->prices) EXPECT_EQ(price.price_minor, 0) << price.level;

  UnixMs const eve = at("2026-06-30");
  compare(eve);  // other groups have their own days
  EXPECT_TRUE(attend(eve).empty());
  UnixMs const turn = at("2026-07-01");
  EXPECT_TRUE(compare(turn));
  EXPECT_EQ(attend(turn), Words{"contract.replace"});
  EXPECT_EQ(letters().back(), "prices_begin");
  EXPECT_EQ(states(), (Words{"codes water amending", "connection active", "codes water ready"}));
  auto const priced = all()[2];
  EXPECT_EQ(priced.facts.group->mode, country::GroupMode::Mandatory);
  EXPECT_EQ(priced.facts.group->prices.front().price_minor, 6800);
  EXPECT_EQ(all()[0].keep_until->text(), "2026-07-31");

  UnixMs const late = at("2026-08-01");
  EXPECT_EQ(durably([&](sql::Connection& c) {
              return office().contracts.close_lapsed(c, country_->day_of(late), 10, late);
            }).value(),
            1);
  auto holdings =
      durably([&](sql::Connection& c) { return contracts::read_holdings(c, participant_); }).value();
  EXPECT_TRUE(contracts::find_holding(holdings, "codes", "water")->lapsed(country_->day_of(late)));
  sign_all(late);
  holdings = durably([&](sql::Connection& c) { return contracts::read_holdings(c, participant_); }).value();
  EXPECT_TRUE(contracts::find_holding(holdings, "codes", "water")->covers(country_->day_of(late)));
}

/// Who has a profile from the time before contracts gets them too.
TEST_P(ContractOfficeTest, ANewKindConcernsEverybody) {
  ASSERT_TRUE(durably([&](sql::Connection& c) {
    return registry::put_profile(c, participant_, {profile(), 1, now_});
  }));
  EXPECT_TRUE(attend(now_).empty());
  EXPECT_TRUE(compare(now_));
  EXPECT_EQ(attend(now_).size(), 2U);
  EXPECT_FALSE(compare(now_));
  EXPECT_TRUE(attend(now_).empty());
}

TEST_P(ContractOfficeTest, ARequestBeforeRegistration) {
  GroupManager const manager{.group = "water",
                             .name = "Aliyeva",
                             .email = "water@operator.example",
                             .phone = "+998 71 200 00 99",
                             .changed_by = "Rahimova",
                             .changed_at = now_};
  ASSERT_TRUE(durably([&](sql::Connection& c) { return set_group_manager(office(), c, manager); }));
  PriorRequest request{.company = "Yangi suv",
                       .tax_id = kTaxId,
                       .person = "Olimov",
                       .email = "olim@suv.example",
                       .phone = "+998901234567",
                       .group = "water",
                       .language = Language::Uz,
                       .at = now_};
  auto const take = [&](PriorRequest const& one, std::string const& key) {
    return durably([&](sql::Connection& c) { return take_prior_request(office(), c, one, key); });
  };
  auto const taken = take(request, "a");
  ASSERT_TRUE(taken) << describe(taken.error());
  EXPECT_EQ(take(request, "a")->number, taken->number) << "the same call";
  EXPECT_EQ(letters(), (Words{"prior_request", "prior_request_received"}));
  PriorRequest wrong = request;
  wrong.tax_id = "30123451";
  EXPECT_EQ(take(wrong, "b").error().where(), "/tax_id");
  wrong = request;
  wrong.group = "moon_rocks";
  EXPECT_EQ(take(wrong, "b").error().name(), "PRIOR_REQUEST_GROUP_UNKNOWN");
  for (char const* key : {"c", "d", "e", "f"}) EXPECT_TRUE(take(request, key));
  EXPECT_EQ(take(request, "g").error().name(), "TOO_MANY_PRIOR_REQUESTS");

  auto const open = durably([&](sql::Connection& c) { return open_prior_requests(c, 0, 3); }).value();
  ASSERT_EQ(open.size(), 3U);
  EXPECT_EQ(open[0].number, taken->number);
  auto const close = [&] {
    return durably([&](sql::Connection& c) {
      return close_prior_request(c, std::stoll(taken->number), "contract sent", "Rahimova", now_);
    });
  };
  EXPECT_EQ(close()->answer, "contract sent");
  EXPECT_EQ(close().error().name(), "PRIOR_REQUEST_CLOSED");
}

TEST_P(ContractOfficeTest, TheOperatorOfTheKeyIsTheOperatorOfTheContracts) {
  auto const other = ContractOffice::open({.folder = spec_.folder(),
                                           .site = "https://marking.example",
                                           .signer = OperatorSigner(identity("Other", kTaxId, kHeadId)),
                                           .country = *country_,
                                           .texts = *texts_,
                                           .mail_texts = *mail_texts_,
                                           .verifier = *verifier_,
                                           .participants = *participants_,
                                           .businesses = businesses_});
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().name(), "CONTRACT_OPERATOR_OTHER");
}

INSTANTIATE_TEST_SUITE_P(Engines, ContractOfficeTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::contract_office
