// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

#include "contracts/errors.hpp"
#include "contracts/testing/desk.hpp"
#include "crypto/errors.hpp"

namespace tamga::contracts {
namespace {

using crypto::CertificateOrder;
using crypto::KeyAlgorithm;
using testing::day;
using testing::identity_of;
using testing::kNow;

constexpr char const* kEngine =
    "openssl_conf = start\n[start]\nengines = engines\n[engines]\ngost = gost\n[gost]\nengine_id = gost\n"
    "default_algorithms = ALL\n";

class ContractSigning : public testing::Desk {
 protected:
  /// Signed by whoever `change` makes of the director.
  template <class Change>
  std::string signed_by(Contract const& contract, Change&& change) {
    CertificateOrder order = crypto::testing::order();
    Party const& party = contract.facts.participant;
    order.subject = crypto::uzbek_subject(party.name, party.director, party.tax_id, *party.director_id);
    change(order);
    return crypto::sign_detached(crypto::testing::authority().issue(order).value(), contract.manifest, kNow)
        .value();
  }
  Error refusal(ContractNo no, std::string const& cms, UnixMs at = kNow) {
    auto const result = sign(no, cms, at);
    return result ? Error(kPdfFailed).log("signed") : result.error();
  }
};

// Every family of keys, from the participant's pen to an offline check by another program.
TEST_P(ContractSigning, EveryFamilyAndAnotherProgram) {
  std::filesystem::path const folder =
      std::filesystem::temp_directory_path() / ("tamga_contract_peer." + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  auto const write = [&](std::string const& name, std::string_view bytes) {
    std::ofstream(folder / name, std::ios::binary) << bytes;
  };
  write("openssl.cnf", kEngine);
  for (crypto::testing::Family const& family : crypto::testing::kFamilies) {
    Contract const contract = shown(uz().facts);
    auto const pen = identity_of(contract.facts.participant, family.key);
    ASSERT_TRUE(sign(contract.no, crypto::sign_detached(pen, contract.manifest, kNow).value()))
        << family.scheme;
    EXPECT_EQ(accept_by_rule(contract.no).value(), ContractState::Active) << family.scheme;
    Contract const kept = find(contract.no);
    EXPECT_EQ(kept.signer_certificate, pen.certificate().sha256());
    write("manifest.txt", kept.manifest);
    write("participant.p7s", kept.participant_signature->cms);
    write("operator.p7s", kept.operator_signature->cms);
    auto const accepts = [&](std::string const& file, KeyAlgorithm key) {
      write("roots.pem", crypto::testing::authority(key).root().pem());
      std::string const command =
          "cd '" + folder.string() + "' && ASAN_OPTIONS= OPENSSL_CONF=openssl.cnf openssl cms -verify " +
          "-binary -cades -inform DER -in " + file + " -content manifest.txt -CAfile roots.pem " +
          "-purpose any -attime " + std::to_string(kNow.value() / 1000) + " -out out > log 2>&1";
      return std::system(command.c_str()) == 0;  // NOLINT(cert-env33-c)
    };
    // The program does not know the names of O'zDSt.
    if (family.key != KeyAlgorithm::Ozdst) {
      EXPECT_TRUE(accepts("participant.p7s", family.key))
          << family.scheme << testing::read_file(folder / "log");
    }
    EXPECT_TRUE(accepts("operator.p7s", KeyAlgorithm::P256)) << testing::read_file(folder / "log");
    write("manifest.txt", kept.manifest + " ");
    EXPECT_FALSE(accepts("operator.p7s", KeyAlgorithm::P256));
    ASSERT_TRUE(
        durably([&](sql::Connection& c) { return contracts_->end(c, contract.no, "next", "test", kNow); }));
  }
  std::filesystem::remove_all(folder);
}

// Who signs for somebody else, or without being the head, is refused; so is what was signed for something
// else, and with a certificate that is no longer good.
TEST_P(ContractSigning, Refusals) {
  Contract const contract = shown(uz().facts);
  Contract const other = shown(uz().codes("water"));
  ContractNo const no = contract.no;
  EXPECT_TRUE(refusal(no, signature(other)).is(crypto::kCmsContentMismatch)) << "another contract's";
  std::string longer = contract.manifest + "\n";
  std::string const changed =
      crypto::sign_detached(identity_of(contract.facts.participant), longer, kNow).value();
  EXPECT_TRUE(refusal(no, changed).is(crypto::kCmsContentMismatch)) << "a changed text";
  EXPECT_TRUE(refusal(no, "not a signature").is(crypto::kCmsMalformed));
  EXPECT_TRUE(
      refusal(no, signed_by(contract, [](CertificateOrder& order) { order.subject.stir = "301234526"; }))
          .is(kSignerOther));
  EXPECT_TRUE(refusal(no, signed_by(contract,
                                    [](CertificateOrder& order) { order.subject.pinfl = "31203852001007"; }))
                  .is(kSignerNotHead))
      << "an employee";
  EXPECT_TRUE(refusal(no, signed_by(contract,
                                    [&](CertificateOrder& order) {
                                      order.subject.stir.clear();
                                      order.subject.person_tin = contract.facts.participant.tax_id;
                                    }))
                  .is(kSignerNotHead))
      << "a person's own certificate";
  EXPECT_TRUE(refusal(no, signature(contract), day("2027-02-01")).is(crypto::kCertificateExpired));
  std::string const stranger = [&] {
    auto const ca = crypto::TestCa::create("Stranger", day("2025-01-01"), day("2035-01-01")).value();
    CertificateOrder order = crypto::testing::order();
    return crypto::sign_detached(ca.issue(order).value(), contract.manifest, kNow).value();
  }();
  EXPECT_TRUE(refusal(no, stranger).is(crypto::kCertificateUntrusted));
  EXPECT_EQ(find(no).state, ContractState::Viewed);
  EXPECT_FALSE(find(no).participant_signature);
  ASSERT_TRUE(durably([&](sql::Connection& c) {
    return c.script("UPDATE contract_text SET content = 'x' WHERE language = 'uz'");
  }));
  EXPECT_TRUE(refusal(no, signature(contract)).is(kTextChanged)) << "the store was edited";
}

// Whose certificate it is cannot be told where the register does not name the head: that is for a person,
// also when the register has the name alone. A sole trader is its own head.
TEST_P(ContractSigning, AHeadWhomTheRegisterDoesNotName) {
  ContractFacts nameless = uz().facts;
  nameless.participant.director_id.reset();
  Contract const contract = shown(nameless);
  ASSERT_TRUE(sign(contract.no, signature(contract))) << "any certificate of the organisation";
  EXPECT_EQ(accept_by_rule(contract.no).value(), ContractState::Review);
  EXPECT_EQ(find(contract.no).reason, "head");
  EXPECT_TRUE(durably(
      [&](sql::Connection& c) { return contracts_->accept(c, contract.no, *operator_, "Rahimova", kNow); }));
  EXPECT_EQ(find(contract.no).state, ContractState::Active);

  ContractFacts trader = uz().codes("water");
  trader.participant.kind = PartyKind::SoleTrader;
  trader.participant.director_id.reset();
  Contract const own = shown(trader);
  CertificateOrder order = crypto::testing::order();
  order.subject = crypto::uzbek_subject("", trader.participant.director, "", "31103852001006");
  order.subject.person_tin = trader.participant.tax_id;
  ASSERT_TRUE(sign(
      own.no,
      crypto::sign_detached(crypto::testing::authority().issue(order).value(), own.manifest, kNow).value()));
  EXPECT_EQ(accept_by_rule(own.no).value(), ContractState::Active);
}

// A sole trader signs with the certificate of the person.
TEST_P(ContractSigning, ASoleTraderIsItself) {
  ContractFacts facts = uz().facts;
  facts.participant.kind = PartyKind::SoleTrader;
  Contract const contract = shown(facts);
  auto const as_person = [&](CertificateOrder& order) {
    order.subject.person_tin = facts.participant.tax_id;
    order.subject.stir.clear();
    order.subject.organization.clear();
  };
  EXPECT_TRUE(refusal(contract.no, signed_by(contract, [](CertificateOrder&) {})).is(kSignerNotHead))
      << "an organisation's certificate";
  std::string const other = signed_by(contract, [&](CertificateOrder& order) {
    as_person(order);
    order.subject.pinfl = "31203852001007";
  });
  EXPECT_TRUE(refusal(contract.no, other).is(kSignerNotHead));
  EXPECT_TRUE(sign(contract.no, signed_by(contract, as_person)));
}

// In Russia the organisation's certificate names its head.
TEST_P(ContractSigning, ARussianHead) {
  testing::Sample const& ru = testing::sample("ru");
  Contracts const contracts(ru.templates, *verifier_);
  auto const made = durably([&](sql::Connection& c) -> Result<Contract> {
    TAMGA_ASSIGN(contract, contracts.generate(c, ru.facts, "rule", kNow));
    TAMGA_TRY(contracts.publish(c, contract.no, "rule", kNow));
    return contracts.open(c, contract.no, "head", kNow);
  });
  ASSERT_TRUE(made);
  auto const pen = [&](std::string inn) {
    CertificateOrder order = crypto::testing::order(KeyAlgorithm::Gost256);
    Party const& party = ru.facts.participant;
    order.subject =
        crypto::russian_subject(party.name, party.director, party.tax_id, *party.registry_id, std::move(inn));
    auto const identity = crypto::testing::authority(KeyAlgorithm::Gost256).issue(order).value();
    return crypto::sign_detached(identity, made->manifest, kNow).value();
  };
  auto const sign = [&](std::string const& cms) {
    return durably([&](sql::Connection& c) { return contracts.sign(c, made->no, cms, kNow); });
  };
  EXPECT_TRUE(sign(pen("770005118200")).error().is(kSignerNotHead));
  EXPECT_TRUE(sign(pen(*ru.facts.participant.director_id)));
}

// The operator signs as itself and with a certificate that is good today, or not at all.
TEST_P(ContractSigning, TheOperatorsIdentity) {
  Contract const contract = shown(uz().facts);
  ASSERT_TRUE(sign(contract.no, signature(contract)));
  auto const accept = [&](crypto::SigningIdentity const& identity, UnixMs at) {
    return durably(
        [&](sql::Connection& c) { return contracts_->accept_by_rule(c, contract.no, identity, at); });
  };
  EXPECT_TRUE(accept(identity_of(contract.facts.participant), kNow).error().is(kOperatorOther));
  EXPECT_TRUE(accept(*operator_, day("2027-02-01")).error().is(crypto::kCertificateExpired));
  EXPECT_EQ(find(contract.no).state, ContractState::Signed);
  EXPECT_EQ(accept(*operator_, kNow).value(), ContractState::Active);
}

// A wording that changed, or was followed by another, after the contract was made is for a person to accept.
TEST_P(ContractSigning, AnotherWordingIsForAPerson) {
  std::string const today = testing::read_file(testing::spec("uz") / "contracts/connection.toml");
  std::string edited = today;
  edited.replace(edited.find("STIR: {operator_tax_id}"), 4, "Tax");
  std::string later = today.substr(today.find("[[versions]]"));
  later.replace(later.find("2026-01-01"), 10, "2026-03-01");
  std::string const text_of_spring = today + "\n" + later;
  for (auto const& [text, date] :
       {std::pair(edited, "2026-03-01"), std::pair(text_of_spring, "2026-02-28")}) {
    ContractFacts facts = uz().facts;
    facts.date = *Date::parse(date);
    Contract const contract = shown(facts);
    ASSERT_TRUE(sign(contract.no, signature(contract)));
    std::filesystem::path const folder =
        std::filesystem::temp_directory_path() / ("tamga_contract_wording." + std::to_string(getpid()));
    std::filesystem::create_directories(folder / "contracts");
    std::ofstream(folder / "contracts/connection.toml", std::ios::binary) << text;
    Templates const templates = Templates::load(folder, uz().country.rules()).value();
    std::filesystem::remove_all(folder);
    Contracts const then(templates, *verifier_);
    EXPECT_EQ(durably([&](sql::Connection& c) {
                return then.accept_by_rule(c, contract.no, *operator_, kNow);
              }).value(),
              ContractState::Review);
    EXPECT_EQ(find(contract.no).reason, "template");
    // A person may: the text that was signed has not changed.
    EXPECT_TRUE(durably(
        [&](sql::Connection& c) { return then.accept(c, contract.no, *operator_, "Rahimova", kNow); }));
    ASSERT_TRUE(
        durably([&](sql::Connection& c) { return contracts_->end(c, contract.no, "next", "test", kNow); }));
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, ContractSigning, sql::testing::engines());

}  // namespace
}  // namespace tamga::contracts
