// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "country/country.hpp"
#include "country/spec_table.hpp"

namespace tamga::country {

/// Reads the dictionaries of country.toml into `rules`: reasons, emission types, introduction kinds,
/// participants.
void read_dictionaries(SpecTable& table, CountryRules& rules);

}  // namespace tamga::country
