// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"

namespace tamga::server {

/// How many days before something ends its holder is written to: spec/<country>/warnings.toml. The nearest
/// first; none is empty.
struct WarningDays {
  std::vector<std::int64_t> certificates;
  std::vector<std::int64_t> api_keys;
  std::vector<std::int64_t> powers_of_attorney;  ///< of people, and of service providers
  std::vector<std::int64_t> unused_codes;
};

/// Errors: the first mistake of the file, with its line.
Result<WarningDays> read_warning_days(std::filesystem::path const& file);

/// The nearest warning that is due when so many days are left: of something that was there late the earlier
/// ones are left out. Nothing: none is due yet.
std::optional<std::int64_t> warning_due(std::span<std::int64_t const> days, std::int64_t left);

}  // namespace tamga::server
