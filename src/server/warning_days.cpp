// SPDX-License-Identifier: Apache-2.0
#include "server/warning_days.hpp"

#include "country/spec_table.hpp"

namespace tamga::server {

Result<WarningDays> read_warning_days(std::filesystem::path const& file) {
  constexpr std::int64_t kMost = 366;
  TAMGA_ASSIGN(tree, country::read_spec(file));
  country::Problems problems;
  std::string const name = file.string();
  WarningDays out;
  {
    country::SpecTable table(tree, name, problems);
    out.certificates = table.integers("certificates", 1, kMost);
    out.api_keys = table.integers("api_keys", 1, kMost);
    out.powers_of_attorney = table.integers("powers_of_attorney", 1, kMost);
    out.unused_codes = table.integers("unused_codes", 1, kMost);
  }
  if (!problems.empty()) return fail(std::move(problems.front()));
  return out;
}

std::optional<std::int64_t> warning_due(std::span<std::int64_t const> days, std::int64_t left) {
  for (std::int64_t const one : days)
    if (left <= one) return one;
  return std::nullopt;
}

}  // namespace tamga::server
