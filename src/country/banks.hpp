// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "country/country.hpp"
#include "country/spec_table.hpp"

namespace tamga::country {

/// Reads spec/<country>/banks.toml, if it is there. Codes and correspondent accounts are judged by the
/// country's rules.
BankDirectory read_banks(std::filesystem::path const& file, IdentifierRules const& rules, Problems& problems);

}  // namespace tamga::country
