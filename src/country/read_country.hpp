// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "country/country.hpp"
#include "country/spec_table.hpp"

namespace tamga::country {

/// Reads country.toml. What is wrong goes to `problems`; the rest is still usable for checking the groups.
CountryRules read_country_rules(std::filesystem::path const& file, Problems& problems);

/// A range of GS1 prefixes, both ends in: "478" or "460-469". Nothing when it is none.
std::optional<std::pair<std::int32_t, std::int32_t>> read_prefixes(std::string_view text);

}  // namespace tamga::country
