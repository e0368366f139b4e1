// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "contracts/facts.hpp"
#include "country/country.hpp"

namespace tamga::contracts {

/// The group as its contract names it on that day: mode, and a price for each kind of package for which codes
/// can be ordered. Without a tariff in force there are no prices, and no contract can be made.
[[nodiscard]] GroupFacts group_facts(country::Country const& country, country::ProductGroup const& group,
                                     Date day);

/// VAT of that day, hundredths of a percent; 0 before the first row of the country.
[[nodiscard]] std::int32_t vat_of(country::CountryRules const& rules, Date day);

}  // namespace tamga::contracts
