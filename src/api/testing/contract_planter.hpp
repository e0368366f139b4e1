// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "api/testing/running_system.hpp"
#include "contracts/contracts.hpp"
#include "sql/transaction.hpp"

namespace tamga::api::testing {

/// Puts contracts into a system that asks for none.
struct ContractPlanter {
  sql::Store& store;
  contracts::Contracts contracts;
  contracts::Party operator_party;

  /// One of connection that the participant has read and signed: number of its row.
  [[nodiscard]] std::string plant(Person& owner, registry::ParticipantNo number, std::string const& tax_id,
                                  UnixMs now) const {
    contracts::ContractFacts facts;
    facts.country = "uz";
    facts.kind = "connection";
    facts.participant_number = number;
    facts.participant.name = "Canary Foreign Works";
    facts.participant.tax_id = tax_id;
    facts.participant.address = "Toshkent, Navoiy 1";
    facts.participant.director = "Karimov Anvar";
    facts.participant.director_id = "31201851234567";
    facts.participant.bank = "Bank";
    facts.participant.bank_code = "00842";
    facts.participant.account = "20208000905123456001";
    facts.participant.email = "office@example.uz";
    facts.participant.phone = "+998712000001";
    facts.operator_party = operator_party;
    facts.currency = "UZS";
    facts.date = Date::of(now);
    auto const writer = store.writer().value();
    auto transaction = sql::Transaction::begin(*writer).value();
    auto const made = contracts.generate(*writer, facts, "rule", now).value();
    EXPECT_TRUE(contracts.publish(*writer, made.no, "rule", now));
    EXPECT_TRUE(contracts.open(*writer, made.no, "Karimov Anvar", now));
    auto const cms = crypto::sign_detached(owner.identity(), made.manifest, now).value();
    auto const done = contracts.sign(*writer, made.no, cms, now);
    EXPECT_TRUE(done) << describe(done.error());
    EXPECT_TRUE(transaction.commit());
    return std::to_string(made.no.value());
  }
};

}  // namespace tamga::api::testing
