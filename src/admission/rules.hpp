// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "country/country.hpp"

namespace tamga::admission {

/// From which day nothing happens with codes without contracts: spec/<country>/admission.toml
/// (docs/formats/spec.md). Immutable after load, safe from any thread.
class Rules {
 public:
  /// A country without the file asks for contracts from its first day. Errors: the first mistake, with file
  /// and line; the log detail holds all of them.
  static Result<Rules> load(std::filesystem::path const& folder, country::Country const& country);

  /// First day on which the contracts that cover all groups are needed.
  [[nodiscard]] Date connection_from() const { return from_; }
  /// First day on which the contract of the group is needed. Features R-72.
  [[nodiscard]] Date group_from(std::string_view group) const;

 private:
  Date from_ = Date::from_days(0);
  std::map<std::string, Date, std::less<>> groups_;
};

}  // namespace tamga::admission
