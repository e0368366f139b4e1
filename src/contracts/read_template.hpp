// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "contracts/template.hpp"
#include "country/spec_table.hpp"

namespace tamga::contracts {

/// Reads one file. Mistakes go to `problems`, each with file and line: a placeholder that does not exist or
/// that stands in one language only, a language that is missing, a line end within a text.
ContractTemplate read_template(std::filesystem::path const& file, country::CountryRules const& rules,
                               country::Problems& problems);

}  // namespace tamga::contracts
