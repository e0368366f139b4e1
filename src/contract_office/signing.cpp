// SPDX-License-Identifier: Apache-2.0
#include "contract_office/signing.hpp"

#include "base/log.hpp"
#include "contract_office/errors.hpp"
#include "evidence/doubts.hpp"
#include "registry/heads.hpp"

namespace tamga::contract_office {
namespace {

using contracts::Contract;
using contracts::ContractState;

constexpr std::string_view kNoSigner = "signer";
constexpr std::chrono::minutes kRecheckAfter{10};

/// What is ours to mend keeps nobody's signature from being taken.
Result<ContractState> answer(Office const& office, sql::Connection& connection, contracts::ContractNo no,
                             UnixMs now) {
  auto const* identity = office.signer.identity();
  if (identity != nullptr) {
    auto accepted = office.contracts.accept_by_rule(connection, no, *identity, now);
    if (accepted || accepted.error().kind().error_class == ErrorClass::Retry) return accepted;
    log::write(log::Level::Error, "contract_not_signed", {{"error", describe(accepted.error())}});
  }
  TAMGA_TRY(office.contracts.leave_to_person(connection, no, kNoSigner, now));
  return ContractState::Review;
}

Result<Language> language_of(Office const& office, sql::Connection& connection, Contract const& contract) {
  return registry::language_of(connection, contract.facts.participant_number,
                               office.country.rules().languages.front());
}

/// What proves a signature years later. One that nobody answered for is looked at again.
Result<void> keep(sql::Connection& connection, evidence::Subject subject, contracts::ContractNo no,
                  crypto::Signer const& signer, UnixMs now) {
  evidence::Proof const proof = evidence::proof_of(signer, now);
  TAMGA_TRY(evidence::keep(connection, subject, no.value(), proof));
  if (proof.standing != evidence::Standing::Waiting) return {};
  return evidence::put_doubt(connection, {.subject = subject,
                                          .id = no.value(),
                                          .evidence = proof.digest,
                                          .moment = proof.moment,
                                          .accepted_at = now,
                                          .state = evidence::Standing::Waiting,
                                          .next_check_at = evidence::next_try(now, 1, kRecheckAfter),
                                          .checks = 1});
}

Result<Contract> tell_active(Office const& office, sql::Connection& connection, contracts::ContractNo no,
                             UnixMs now) {
  TAMGA_ASSIGN(contract, office.contracts.find(connection, no));
  TAMGA_ASSIGN(ours,
               office.verifier.verify_detached(contract.operator_signature->cms, contract.manifest, now));
  TAMGA_TRY(keep(connection, evidence::Subject::ContractByOperator, no, ours, now));
  TAMGA_ASSIGN(in, language_of(office, connection, contract));
  TAMGA_TRY(office.outbox.put(connection, office.letters.active(contract, now, in)));
  return std::move(contract);
}

}  // namespace

Result<Contract> sign(Office const& office, sql::Connection& connection, contracts::ContractNo no,
                      std::string_view cms, std::string_view consent, UnixMs now) {
  if (consent != office.terms.consent)
    return fail(Error(kConsentOutdated).at("/consent").with("consent", office.terms.consent));
  TAMGA_TRY(office.contracts.sign(connection, no, cms, now));
  TAMGA_ASSIGN(signed_one, office.contracts.find(connection, no));
  TAMGA_ASSIGN(theirs, office.verifier.verify_detached(cms, signed_one.manifest, now));
  TAMGA_TRY(keep(connection, evidence::Subject::Contract, no, theirs, now));
  TAMGA_ASSIGN(state, answer(office, connection, no, now));
  if (state == ContractState::Active) return tell_active(office, connection, no, now);
  return office.contracts.find(connection, no);
}

Result<Contract> accept(Office const& office, sql::Connection& connection, contracts::ContractNo no,
                        std::string_view officer, UnixMs now) {
  auto const* identity = office.signer.identity();
  if (identity == nullptr) return fail(kOperatorSignerMissing);
  TAMGA_TRY(office.contracts.accept(connection, no, *identity, officer, now));
  return tell_active(office, connection, no, now);
}

Result<Contract> give_back(Office const& office, sql::Connection& connection, contracts::ContractNo no,
                           std::string_view reason, std::string_view officer, UnixMs now) {
  TAMGA_TRY(office.contracts.give_back(connection, no, reason, officer, now));
  TAMGA_ASSIGN(contract, office.contracts.find(connection, no));
  TAMGA_ASSIGN(in, language_of(office, connection, contract));
  TAMGA_TRY(office.outbox.put(connection, office.letters.returned(contract, now, in)));
  return std::move(contract);
}

Result<Contract> end(Office const& office, sql::Connection& connection, contracts::ContractNo no,
                     std::string_view reason, std::string_view officer, UnixMs now) {
  TAMGA_TRY(office.contracts.end(connection, no, reason, officer, now));
  return office.contracts.find(connection, no);
}

}  // namespace tamga::contract_office
