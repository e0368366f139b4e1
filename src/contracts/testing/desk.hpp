// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "contracts/contracts.hpp"
#include "contracts/tables.hpp"
#include "contracts/testing/samples.hpp"
#include "crypto/testing_authority.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::contracts::testing {

using crypto::testing::day;
using crypto::testing::kNow;

/// A certificate of the party's organisation and its director, from the authority of a family of keys.
inline crypto::SigningIdentity identity_of(Party const& party,
                                           crypto::KeyAlgorithm key = crypto::KeyAlgorithm::P256) {
  crypto::CertificateOrder order = crypto::testing::order(key);
  order.subject = crypto::uzbek_subject(party.name, party.director, party.tax_id,
                                        party.director_id.value_or("31003852001005"));
  return crypto::testing::authority(key).issue(order).value();
}

/// The room over a store, with the parties of spec/uz and every family of keys trusted.
class Desk : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("contracts", kMigrations);
    std::vector<crypto::Certificate> roots;
    for (crypto::testing::Family const& family : crypto::testing::kFamilies)
      roots.push_back(crypto::testing::authority(family.key).root());
    verifier_ = std::make_unique<crypto::CmsVerifier>(crypto::TrustStore::of(std::move(roots)).value());
    contracts_ = std::make_unique<Contracts>(uz().templates, *verifier_);
    operator_ = std::make_unique<crypto::SigningIdentity>(identity_of(uz().facts.operator_party));
  }

  static Sample const& uz() { return sample("uz"); }

  Contract generate(ContractFacts const& facts) {
    return durably([&](sql::Connection& c) { return contracts_->generate(c, facts, "rule", kNow); }).value();
  }
  Contract find(ContractNo no) {
    return durably([&](sql::Connection& c) { return contracts_->find(c, no); }).value();
  }
  Contract shown(ContractFacts const& facts) {
    Contract const contract = generate(facts);
    show(contract.no);
    return find(contract.no);
  }
  void show(ContractNo no) {
    EXPECT_TRUE(durably([&](sql::Connection& c) { return contracts_->publish(c, no, "rule", kNow); }));
    EXPECT_TRUE(durably([&](sql::Connection& c) { return contracts_->open(c, no, "Karimov Anvar", kNow); }));
  }
  std::string signature(Contract const& contract) const {
    return crypto::sign_detached(identity_of(contract.facts.participant), contract.manifest, kNow).value();
  }
  Result<void> sign(ContractNo no, std::string const& cms, UnixMs at = kNow) {
    return durably([&](sql::Connection& c) { return contracts_->sign(c, no, cms, at); });
  }
  Result<ContractState> accept_by_rule(ContractNo no) {
    return durably([&](sql::Connection& c) { return contracts_->accept_by_rule(c, no, *operator_, kNow); });
  }
  /// From generation to both signatures.
  Contract active(ContractFacts const& facts) {
    Contract const contract = shown(facts);
    conclude(contract);
    return find(contract.no);
  }
  void conclude(Contract const& contract) {
    EXPECT_TRUE(sign(contract.no, signature(contract)));
    EXPECT_EQ(accept_by_rule(contract.no).value(), ContractState::Active);
  }
  Holdings holdings() {
    return durably([&](sql::Connection& c) { return read_holdings(c, uz().facts.participant_number); })
        .value();
  }
  ActiveGroups gate(std::vector<std::string> const& types, char const* on = "2026-03-01") {
    return active_groups(uz().templates, holdings(), types, *Date::parse(on));
  }

  std::unique_ptr<crypto::CmsVerifier> verifier_;
  std::unique_ptr<Contracts> contracts_;
  std::unique_ptr<crypto::SigningIdentity> operator_;
};

}  // namespace tamga::contracts::testing
