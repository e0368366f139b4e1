// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "country/country.hpp"

namespace tamga::emission {

/// `00` and 18 digits, whether or not the check digit is right.
bool spells_sscc(std::string_view text);

/// Whether a text may be the code of a transport unit in the participant's own format: as the country
/// permits, and neither an SSCC nor the code of goods.
bool may_be_own_format(country::CountryRules const& rules, std::string_view text);

}  // namespace tamga::emission
