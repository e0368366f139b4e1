// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contracts/contracts.hpp"

namespace tamga::contracts {

/// Something that is to happen to a contract.
struct Contracts::Move {
  ContractEvent event{};
  std::string_view actor;
  std::string_view note;
  UnixMs at;
};

/// The state after it. Errors: CONTRACT_STATE.
Result<ContractState> state_after(Contract const& contract, ContractEvent event);
/// Errors: STORE_MISUSE.
Result<void> need_transaction(sql::Connection const& connection);

}  // namespace tamga::contracts
