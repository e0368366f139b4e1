// SPDX-License-Identifier: Apache-2.0
#include "contract_office/signing.hpp"

#include "base/log.hpp"
#include "contract_office/errors.hpp"

namespace tamga::contract_office {
namespace {

using contracts::Contract;
using contracts::ContractState;

constexpr std::string_view kNoSigner = "signer";

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

Result<Contract> tell_active(Office const& office, sql::Connection& connection, contracts::ContractNo no,
                             UnixMs now) {
  TAMGA_ASSIGN(contract, office.contracts.find(connection, no));
  TAMGA_TRY(office.outbox.put(connection, office.letters.active(contract, now)));
  return std::move(contract);
}

}  // namespace

Result<Contract> sign(Office const& office, sql::Connection& connection, contracts::ContractNo no,
                      std::string_view cms, std::string_view consent, UnixMs now) {
  if (consent != office.terms.consent)
    return fail(Error(kConsentOutdated).at("/consent").with("consent", office.terms.consent));
  TAMGA_TRY(office.contracts.sign(connection, no, cms, now));
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
  TAMGA_TRY(office.outbox.put(connection, office.letters.returned(contract, now)));
  return std::move(contract);
}

Result<Contract> end(Office const& office, sql::Connection& connection, contracts::ContractNo no,
                     std::string_view reason, std::string_view officer, UnixMs now) {
  TAMGA_TRY(office.contracts.end(connection, no, reason, officer, now));
  return office.contracts.find(connection, no);
}

}  // namespace tamga::contract_office
