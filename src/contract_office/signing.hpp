// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "contract_office/office.hpp"

namespace tamga::contract_office {

// Each within the caller's transaction; gives the contract as it is afterwards. A refusal leaves the
// transaction as it was. Errors beside those named: those of `contracts::Contracts`.

/// The participant signs, and agrees to the terms of that version. When signature and wording are beyond
/// doubt the operator's signature follows at once, with the letter; everything else waits for a person:
/// also when this system has no signing identity, or one that cannot be used. Errors:
/// CONTRACT_CONSENT_OUTDATED.
Result<contracts::Contract> sign(Office const& office, sql::Connection& connection, contracts::ContractNo no,
                                 std::string_view cms, std::string_view consent, UnixMs now);
/// A person of the operator accepts what waits. Errors: OPERATOR_SIGNER_MISSING.
Result<contracts::Contract> accept(Office const& office, sql::Connection& connection,
                                   contracts::ContractNo no, std::string_view officer, UnixMs now);
/// Back to the participant, with the letter that says why.
Result<contracts::Contract> give_back(Office const& office, sql::Connection& connection,
                                      contracts::ContractNo no, std::string_view reason,
                                      std::string_view officer, UnixMs now);
Result<contracts::Contract> end(Office const& office, sql::Connection& connection, contracts::ContractNo no,
                                std::string_view reason, std::string_view officer, UnixMs now);

}  // namespace tamga::contract_office
