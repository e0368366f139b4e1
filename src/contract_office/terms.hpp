// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/language.hpp"
#include "base/result.hpp"
#include "contracts/facts.hpp"

namespace tamga::contract_office {

/// How the operator of a country makes contracts: spec/<country>/contract_office.toml (docs/formats/spec.md).
/// Immutable after load.
struct Terms {
  std::string consent;          ///< version of what is agreed to before signing
  LocalizedText consent_text;   ///< features R-48
  LocalizedText letter;         ///< what a participant should know before it signs; features R-47
  std::int64_t sign_days = 0;   ///< how long the letter gives for signing
  std::int64_t grace_days = 0;  ///< how long a contract stays in force beside a successor that is not signed
  std::int64_t requests_a_day = 0;  ///< for prior contracts, of one tax number
  contracts::Party operator_party;
};

/// Every mistake of the file at once, with file and line.
Result<Terms> read_terms(std::filesystem::path const& file);

}  // namespace tamga::contract_office
