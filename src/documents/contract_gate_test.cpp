// SPDX-License-Identifier: Apache-2.0
// Features 1.13: nothing with codes without contracts, what is spared, and what a contract that ran out
// leaves open.
#include "contracts/contracts.hpp"
#include "contracts/prices.hpp"
#include "crypto/testing_authority.hpp"
#include "documents/testing/trade.hpp"
#include "sql/transaction.hpp"

namespace tamga::documents {
namespace {

using testing::field;
using testing::fields;
using testing::some;
using testing::Stage;
using testing::Texts;

contracts::Party party(std::string name, std::string tax_id, std::string person_id) {
  contracts::Party out;
  out.name = std::move(name);
  out.tax_id = std::move(tax_id);
  out.registry_id = "1027700132195";
  out.address = "Moscow, Arbat 1";
  out.director = "Petrov Petr";
  out.director_id = std::move(person_id);
  out.bank = "Bank";
  out.bank_code = "044525999";
  out.account = "40702810900000012345";
  out.email = "office@example.ru";
  return out;
}

class ContractGateTest : public testing::TradeTest {
 protected:
  void SetUp() override {
    StageTest::SetUp();
    open("ru", Stage::Contracts::Asked);
    maker_ = stage().join(kMakerTaxId);
    shop_ = stage().join(kShopTaxId, {"retail"});
    office_ = stage().join("7710140679", {}, true);
    gtin_ = stage().product(maker_, kGroup);
    verifier_.emplace(crypto::TrustStore::of({authority().root()}).value());
    contracts_.emplace(stage().templates(), *verifier_);
  }

  static crypto::TestCa const& authority() { return crypto::testing::authority(crypto::KeyAlgorithm::P256); }
  [[nodiscard]] Date today() { return stage().country().day_of(stage().clock.now()); }

  contracts::ContractFacts facts(ledger::ParticipantNo participant, std::string tax_id, std::string kind) {
    contracts::ContractFacts out;
    out.country = "ru";
    out.kind = std::move(kind);
    out.participant_number = participant;
    out.participant = party("Company", std::move(tax_id), "770000000001");
    out.operator_party = party("Operator", "7710140679", "770000000002");
    out.currency = "RUB";
    out.date = today();
    if (out.kind == "codes")
      out.group = contracts::group_facts(stage().country(), *stage().country().find_group(kGroup), today());
    return out;
  }
  /// In a transaction of its own; what is judged afterwards sees it.
  template <class What>
  auto in(ledger::ParticipantNo participant, What&& what) {
    auto writer = store().writer().value();
    auto transaction = sql::Transaction::begin(*writer).value();
    auto result = what(*writer);
    EXPECT_TRUE(transaction.commit());
    stage().books().admission.forget(participant);
    return result;
  }
  static crypto::SigningIdentity head(contracts::Party const& of) {
    crypto::CertificateOrder order = crypto::testing::order(crypto::KeyAlgorithm::P256);
    order.subject = crypto::russian_subject(of.name, of.director, of.tax_id, of.registry_id.value(),
                                            of.director_id.value());
    return authority().issue(order).value();
  }
  Result<void> conclude(sql::Connection& c, contracts::Contract const& contract) {
    UnixMs const now = crypto::testing::kNow;
    TAMGA_TRY(contracts_->publish(c, contract.no, "rule", now));
    TAMGA_TRY(contracts_->open(c, contract.no, "Petrov", now));
    auto const cms = crypto::sign_detached(head(contract.facts.participant), contract.manifest, now).value();
    TAMGA_TRY(contracts_->sign(c, contract.no, cms, now));
    TAMGA_ASSIGN(state, contracts_->accept_by_rule(c, contract.no, head(contract.facts.operator_party), now));
    EXPECT_EQ(state, contracts::ContractState::Active);
    return {};
  }
  contracts::ContractNo active(ledger::ParticipantNo participant, std::string tax_id, std::string kind) {
    contracts::ContractNo no;
    auto const done = in(participant, [&](sql::Connection& c) -> Result<void> {
      TAMGA_ASSIGN(made,
                   contracts_->generate(c, facts(participant, tax_id, kind), "rule", stage().clock.now()));
      no = made.no;
      return conclude(c, made);
    });
    EXPECT_TRUE(done) << describe(done.error());
    return no;
  }
  std::string order() {
    return fields({field("group", kGroup), field("release_method", "PRODUCTION"),
                   R"("lines":[{"gtin":")" + gtin_.text() + R"(","quantity":2}])"});
  }

  std::optional<crypto::CmsVerifier> verifier_;
  std::optional<contracts::Contracts> contracts_;
};

TEST_P(ContractGateTest, EveryStepIsAskedFor) {
  EXPECT_EQ(refused(maker_, "order_codes", order()), Texts{" CONNECTION_CONTRACT_MISSING"});
  active(maker_, kMakerTaxId, "connection");
  EXPECT_EQ(refused(maker_, "order_codes", order()), Texts{" GROUP_CONTRACT_MISSING"});
  active(maker_, kMakerTaxId, "codes");
  Texts const codes = introduced(1);
  EXPECT_EQ(refused(shop_, "receipt", receipt(codes)), Texts{" CONNECTION_CONTRACT_MISSING"});
  active(shop_, kShopTaxId, "connection");
  accepted(shop_, "receipt", receipt(codes));
}

TEST_P(ContractGateTest, WhatEndedIsClosed) {
  active(maker_, kMakerTaxId, "connection");
  auto const no = active(maker_, kMakerTaxId, "codes");
  Texts const codes = introduced(2);
  ASSERT_TRUE(
      in(maker_, [&](sql::Connection& c) { return contracts_->end(c, no, "why", "rule", UnixMs(1)); }));
  EXPECT_EQ(refused(maker_, "receipt", receipt(some(codes, 0, 1))), Texts{" GROUP_CONTRACT_MISSING"});
  EXPECT_EQ(refused(maker_, "order_codes", order()), Texts{" GROUP_CONTRACT_MISSING"});
  // Goods in a box are goods of their group.
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(testing::sscc(1), codes)})),
            Texts{" GROUP_CONTRACT_MISSING"});
  // What protects people waits for no signature.
  accepted(maker_, "recall",
           fields({field("gtin", gtin_.text()), field("reason", "glass in it"),
                   field("instruction", "do not drink")}));
}

TEST_P(ContractGateTest, WhatRanOutLeavesTheGoodsThatAreThere) {
  active(maker_, kMakerTaxId, "connection");
  auto const no = active(maker_, kMakerTaxId, "codes");
  Texts const codes = introduced(2);
  contracts::ContractFacts dearer = facts(maker_, kMakerTaxId, "codes");
  dearer.group->prices.front().price_minor += 1;
  auto const newer = in(maker_, [&](sql::Connection& c) {
    return contracts_->replace(c, no, dearer, today(), "prices", "rule", UnixMs(1));
  });
  ASSERT_TRUE(newer);
  accepted(maker_, "order_codes", order());
  stage().clock.turn_to(UnixMs(stage().clock.now().value() + 86'400'000));
  EXPECT_EQ(refused(maker_, "order_codes", order()), Texts{" GROUP_CONTRACT_LAPSED"});
  accepted(maker_, "receipt", receipt(some(codes, 0, 1)));
  ASSERT_TRUE(in(maker_, [&](sql::Connection& c) { return conclude(c, *newer); }));
  accepted(maker_, "order_codes", order());
}

/// A transaction that signs sees its own signature; nobody else does before the commit.
TEST_P(ContractGateTest, ChangesOfATransactionAreItsOwnUntilTheCommit) {
  admission::Admission& admission = stage().books().admission;
  EXPECT_TRUE(admission.holdings(maker_).value()->empty());
  {
    auto writer = store().writer().value();
    auto transaction = sql::Transaction::begin(*writer).value();
    ContractDesk desk(admission, *writer);
    ASSERT_TRUE(contracts_->generate(*writer, facts(maker_, kMakerTaxId, "connection"), "rule", UnixMs(1)));
    EXPECT_TRUE(desk.of(maker_).value()->empty()) << "nobody said that something changed";
    desk.change(maker_);
    EXPECT_EQ(desk.of(maker_).value()->size(), 1U);
    EXPECT_TRUE(admission.holdings(maker_).value()->empty());
    ASSERT_TRUE(transaction.commit());
    desk.publish();
  }
  EXPECT_EQ(admission.holdings(maker_).value()->size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Engines, ContractGateTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
