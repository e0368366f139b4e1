// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "contracts/contract_text.hpp"

namespace tamga::contracts {

/// What both parties sign: a short text that names the contract and the SHA-256 of its text in every language
/// (docs/formats/contracts.md). ASCII; the same contract is the same bytes.
[[nodiscard]] std::string manifest_of(ContractFacts const& facts, std::string_view number,
                                      std::int64_t version, std::span<ContractText const> texts);

}  // namespace tamga::contracts
