// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/language.hpp"
#include "base/result.hpp"
#include "contracts/facts.hpp"

namespace tamga::contract_office {

/// A bank as contracts print it.
struct Bank {
  std::string name;
  std::optional<std::string> account;  ///< correspondent account, where the country has such
};

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
  std::map<std::string, Bank, std::less<>> banks;  ///< by code

  /// The bank of a code; one that the directory lacks is called by its code.
  [[nodiscard]] Bank bank(std::string_view code) const;
};

/// Every mistake of the file at once, with file and line.
Result<Terms> read_terms(std::filesystem::path const& file);

}  // namespace tamga::contract_office
