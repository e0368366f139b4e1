// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "contracts/contract.hpp"
#include "sql/connection.hpp"

namespace tamga::contracts {

/// What a result of `kContract` and its like holds. Errors: CONTRACT_UNREADABLE when the facts of a row
/// cannot be read.
Result<std::vector<Contract>> read_contracts(sql::Rows rows);

/// The facts as they are kept: JSON.
[[nodiscard]] std::string encode_facts(ContractFacts const& facts);

}  // namespace tamga::contracts
