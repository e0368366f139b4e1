// SPDX-License-Identifier: Apache-2.0
#include "contracts/contracts.hpp"

#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <thread>

#include "contracts/errors.hpp"
#include "contracts/pdf.hpp"
#include "contracts/testing/desk.hpp"
#include "sql/errors.hpp"

namespace tamga::contracts {
namespace {

using testing::kNow;

class ContractsTest : public testing::Desk {
 protected:
  Result<Contract> replace(ContractNo old, ContractFacts const& facts, char const* keep_until = nullptr,
                           std::string_view reason = "prices changed") {
    std::optional<Date> const day = keep_until == nullptr ? std::nullopt : Date::parse(keep_until);
    return durably(
        [&](sql::Connection& c) { return contracts_->replace(c, old, facts, day, reason, "rule", kNow); });
  }
  Result<Contract> try_generate(ContractFacts const& facts) {
    return durably([&](sql::Connection& c) { return contracts_->generate(c, facts, "rule", kNow); });
  }
};

// Everything that was put in comes out again, and the paper can be drawn from what is kept.
TEST_P(ContractsTest, WhatIsKept) {
  Contract const made = generate(uz().codes("water"));
  EXPECT_EQ(made.number, "KM-2026-000001");
  reopen();
  Contract const kept = find(made.no);
  EXPECT_EQ(kept.facts, uz().codes("water"));
  EXPECT_EQ(kept.manifest, made.manifest);
  EXPECT_EQ(kept.state, ContractState::Draft);
  EXPECT_EQ(kept.template_day, *Date::parse("2026-01-01"));
  auto const texts = durably([&](sql::Connection& c) { return contracts_->texts(c, made.no); }).value();
  EXPECT_EQ(texts, write_texts(*uz().templates.find("codes"), kept.facts, kept.number).value());
  PdfMarks const marks{kept.number, kept.facts.date, crypto::sha256(kept.manifest)};
  EXPECT_TRUE(draw_pdf(texts, marks).value().starts_with("%PDF-"));
}

// Numbers are their own for each kind, without gaps: what is refused takes none.
TEST_P(ContractsTest, NumbersHaveNoGaps) {
  EXPECT_EQ(generate(uz().codes("water")).number, "KM-2026-000001");
  ContractFacts gap = uz().codes("beer");
  gap.participant.bank.clear();
  auto writer = store().writer().value();
  {
    auto transaction = sql::Transaction::begin(*writer).value();
    EXPECT_TRUE(contracts_->generate(*writer, gap, "rule", kNow).error().is(kFactMissing));
    ASSERT_TRUE(contracts_->generate(*writer, uz().facts, "rule", kNow));
    ASSERT_TRUE(transaction.commit());
  }
  EXPECT_TRUE(contracts_->generate(*writer, uz().codes("beer"), "rule", kNow).error().is(sql::kStoreMisuse));
  { auto const back = std::move(writer); }
  EXPECT_EQ(generate(uz().codes("beer")).number, "KM-2026-000002");
  ContractFacts next = uz().codes("pharma");
  next.date = *Date::parse("2027-01-01");
  EXPECT_EQ(generate(next).number, "KM-2027-000001");
}

TEST_P(ContractsTest, OneOfAKindForAGroup) {
  Contract const first = generate(uz().codes("water"));
  auto const again = try_generate(uz().codes("water"));
  ASSERT_FALSE(again);
  EXPECT_TRUE(again.error().is(kContractExists)) << describe(again.error());
  EXPECT_TRUE(try_generate(uz().codes("beer")));
  ASSERT_TRUE(durably(
      [&](sql::Connection& c) { return contracts_->end(c, first.no, "left the group", "Rahimova", kNow); }));
  EXPECT_EQ(generate(uz().codes("water")).version, 2);
  ContractFacts odd = uz().facts;
  odd.kind = "lease";
  EXPECT_TRUE(try_generate(odd).error().is(kKindUnknown));
}

// From generation to both signatures, with who and when.
TEST_P(ContractsTest, LifeToBothSignatures) {
  Contract const contract = active(uz().facts);
  EXPECT_EQ(contract.state, ContractState::Active);
  EXPECT_EQ(contract.participant_signature->person, "Karimov Anvar Rustamovich");
  EXPECT_EQ(contract.participant_signature->at, kNow);
  EXPECT_EQ(contract.operator_signature->person, "rule");
  auto const history =
      durably([&](sql::Connection& c) { return contracts_->history(c, contract.no); }).value();
  std::string told;
  for (HistoryEntry const& entry : history)
    told += std::string(name_of(entry.event)) + ">" + std::string(name_of(entry.state)) + " by " +
            entry.actor + "\n";
  EXPECT_EQ(told,
            "generate>draft by rule\npublish>ready by rule\nopen>viewed by Karimov Anvar\n"
            "sign>signed by Karimov Anvar Rustamovich\naccept>active by rule\n");
}

// Only what was seen can be signed, and nothing twice.
TEST_P(ContractsTest, OrderIsKept) {
  Contract const draft = generate(uz().facts);
  auto const open = [&] {
    return durably([&](sql::Connection& c) { return contracts_->open(c, draft.no, "Karimov Anvar", kNow); });
  };
  EXPECT_TRUE(sign(draft.no, signature(draft)).error().is(kContractState));
  EXPECT_TRUE(open().error().is(kContractState));
  EXPECT_TRUE(accept_by_rule(draft.no).error().is(kContractState));
  show(draft.no);
  std::int64_t const events = find(draft.no).events;
  EXPECT_EQ(open()->events, events);
  ASSERT_TRUE(sign(draft.no, signature(draft)));
  EXPECT_TRUE(sign(draft.no, signature(draft)).error().is(kContractState));
  ASSERT_TRUE(accept_by_rule(draft.no));
  EXPECT_TRUE(accept_by_rule(draft.no).error().is(kContractState));
  EXPECT_TRUE(sign(ContractNo(99), "x").error().is(kContractUnknown));
}

// A person gives it back with a reason; the participant signs again; a person accepts.
TEST_P(ContractsTest, AQueueForPeople) {
  Contract const contract = shown(uz().facts);
  ASSERT_TRUE(sign(contract.no, signature(contract)));
  ASSERT_TRUE(durably([&](sql::Connection& c) {
    return c.script("UPDATE contract SET participant_signature = signer_certificate");
  }));
  EXPECT_EQ(accept_by_rule(contract.no).value(), ContractState::Review);
  auto const queue =
      durably([&](sql::Connection& c) { return contracts_->to_review(c, ContractNo(0), 10); }).value();
  ASSERT_EQ(queue.size(), 1U);
  EXPECT_EQ(queue[0].reason, "signature");
  auto const give_back = [&](std::string_view reason) {
    return durably(
        [&](sql::Connection& c) { return contracts_->give_back(c, contract.no, reason, "Rahimova", kNow); });
  };
  EXPECT_TRUE(give_back("").error().is(kReasonMissing));
  ASSERT_TRUE(give_back("the signature is damaged"));
  EXPECT_EQ(find(contract.no).state, ContractState::Returned);
  EXPECT_EQ(find(contract.no).reason, "the signature is damaged");
  ASSERT_TRUE(sign(contract.no, signature(contract)));
  EXPECT_EQ(find(contract.no).reason, "");
  ASSERT_TRUE(durably(
      [&](sql::Connection& c) { return contracts_->accept(c, contract.no, *operator_, "Rahimova", kNow); }));
  EXPECT_EQ(find(contract.no).operator_signature->person, "Rahimova");
}

// A contract that was edited in the store is not accepted, neither by the rule nor by a person.
TEST_P(ContractsTest, AChangedTextIsFound) {
  Contract const contract = shown(uz().facts);
  ASSERT_TRUE(sign(contract.no, signature(contract)));
  ASSERT_TRUE(durably([&](sql::Connection& c) {
    return c.script("UPDATE contract_text SET content = content || '.' WHERE language = 'ru'");
  }));
  EXPECT_EQ(accept_by_rule(contract.no).value(), ContractState::Review);
  EXPECT_EQ(find(contract.no).reason, "text");
  auto const accepted = durably(
      [&](sql::Connection& c) { return contracts_->accept(c, contract.no, *operator_, "Rahimova", kNow); });
  EXPECT_TRUE(accepted.error().is(kTextChanged));
  EXPECT_FALSE(find(contract.no).operator_signature);
}

// A new version keeps the old one in force for a while; accepted, it takes its place.
TEST_P(ContractsTest, ANewVersionTakesThePlaceOfTheOld) {
  active(uz().facts);
  Contract const old = active(uz().codes("water"));
  ContractFacts dearer = uz().codes("water");
  dearer.group->prices.front().price_minor = 9900;
  ContractFacts other = uz().codes("beer");
  EXPECT_TRUE(replace(old.no, other).error().is(kOtherParties));
  EXPECT_TRUE(replace(old.no, dearer, nullptr, "").error().is(kReasonMissing));
  Contract const next = replace(old.no, dearer, "2026-03-31").value();
  EXPECT_EQ(next.version, 2);
  EXPECT_EQ(next.replaces, old.no);
  EXPECT_EQ(next.facts.previous, (Previous{old.number, old.facts.date}));
  EXPECT_EQ(find(old.no).state, ContractState::Amending);
  EXPECT_TRUE(replace(old.no, dearer, "2026-03-31").error().is(kContractState)) << "there is a newer one";
  EXPECT_TRUE(gate({"manufacturer"}, "2026-03-31").allows("water"));
  EXPECT_FALSE(gate({"manufacturer"}, "2026-04-01").allows("water"));

  // Corrected before it was signed: it still follows the one in force.
  Contract const third = replace(next.no, dearer, "2026-03-31", "a slip").value();
  EXPECT_EQ(find(next.no).state, ContractState::Superseded);
  EXPECT_EQ(third.facts.previous->number, old.number);
  show(third.no);
  conclude(third);
  EXPECT_EQ(find(old.no).state, ContractState::Superseded);
  EXPECT_EQ(find(old.no).reason, third.number);
  EXPECT_TRUE(gate({"manufacturer"}, "2026-04-01").allows("water"));
}

// A new version is due when the contract of today would say something else, and only then.
TEST_P(ContractsTest, WhatMakesAContractOutdated) {
  Contract const contract = active(uz().codes("water"));
  auto const outdated = [&](auto&& change) {
    ContractFacts now = uz().codes("water");
    now.date = *Date::parse("2026-05-01");
    change(now);
    return contracts_->is_outdated(contract, now).value();
  };
  EXPECT_FALSE(outdated([](ContractFacts&) {}));
  EXPECT_FALSE(outdated([](ContractFacts& now) { now.participant.director_id = "31203852001007"; }))
      << "not printed";
  EXPECT_TRUE(outdated([](ContractFacts& now) { now.participant.address = "elsewhere"; }));
  EXPECT_TRUE(outdated([](ContractFacts& now) { now.group->prices.front().price_minor = 1; }));
  EXPECT_TRUE(outdated([](ContractFacts& now) { now.group->mode = country::GroupMode::Pilot; }));
  ContractFacts gap = uz().codes("water");
  gap.participant.bank.clear();
  EXPECT_TRUE(contracts_->is_outdated(contract, gap).error().is(kFactMissing));
}

// What was kept for a while ends when the successor is not signed.
TEST_P(ContractsTest, TheTermOfAKeptOneRunsOut) {
  Contract const old = active(uz().codes("water"));
  ASSERT_TRUE(replace(old.no, uz().codes("water"), "2026-03-31"));
  auto const close = [&](char const* day) {
    return durably(
               [&](sql::Connection& c) { return contracts_->close_lapsed(c, *Date::parse(day), 10, kNow); })
        .value();
  };
  EXPECT_EQ(close("2026-03-31"), 0);
  EXPECT_EQ(close("2026-04-01"), 1);
  EXPECT_EQ(find(old.no).state, ContractState::Superseded);
}

// A pilot becomes mandatory: the free contract ends at once, orders wait for the priced one.
TEST_P(ContractsTest, APilotThatEnds) {
  active(uz().facts);
  ContractFacts pilot = uz().codes("water");
  pilot.group->mode = country::GroupMode::Pilot;
  Contract const old = active(pilot);
  EXPECT_TRUE(gate({"manufacturer"}).allows("water"));
  Contract const priced = replace(old.no, uz().codes("water"), nullptr, "mandatory").value();
  EXPECT_FALSE(gate({"manufacturer"}).allows("water"));
  show(priced.no);
  conclude(priced);
  EXPECT_TRUE(gate({"manufacturer"}).allows("water"));
}

// Nothing without the connection; codes only where their contract is in force; retailers need no such.
TEST_P(ContractsTest, TheGate) {
  EXPECT_FALSE(gate({"retail"}).allows("water"));
  active(uz().codes("water"));
  EXPECT_FALSE(gate({"manufacturer"}).allows("water"));
  EXPECT_TRUE(gate({"manufacturer"}).groups.empty());
  EXPECT_FALSE(gate({"retail"}).every_group);
  Contract const connection = active(uz().facts);
  EXPECT_EQ(gate({"manufacturer"}).groups, std::vector<std::string>{"water"});
  EXPECT_FALSE(gate({"manufacturer"}).allows("beer"));
  EXPECT_TRUE(gate({"retail"}).allows("beer"));
  EXPECT_FALSE(gate({"retail", "importer"}).allows("beer"));
  shown(uz().codes("beer"));
  EXPECT_FALSE(gate({"manufacturer"}).allows("beer")) << "not signed yet";
  ASSERT_TRUE(durably(
      [&](sql::Connection& c) { return contracts_->end(c, connection.no, "notice", "Karimov", kNow); }));
  EXPECT_FALSE(gate({"manufacturer"}).allows("water"));
}

// Of two who sign the same contract in the same moment one wins, and the other is told to look again.
TEST_P(ContractsTest, WhoIsFasterWins) {
  for (std::string const group : {"water", "beer", "pharma"}) {
    Contract const contract = shown(uz().codes(group));
    std::string const cms = signature(contract);
    std::array<std::optional<Error>, 2> refused;
    std::vector<std::thread> threads;
    for (auto& error : refused) {
      threads.emplace_back([&] {
        auto const result = sign(contract.no, cms);
        if (!result) error = result.error();
      });
    }
    for (std::thread& thread : threads) thread.join();
    ASSERT_NE(refused[0].has_value(), refused[1].has_value());
    Error const& late = refused[0] ? *refused[0] : *refused[1];
    EXPECT_TRUE(late.is(kContractState) || late.is(sql::kStoreConflict)) << describe(late);
    EXPECT_EQ(find(contract.no).events, contract.events + 1);
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, ContractsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::contracts
