// SPDX-License-Identifier: Apache-2.0
#include "emission/transport_form.hpp"

#include <algorithm>

#include "gs1/scan_view.hpp"
#include "gs1/symbols.hpp"

namespace tamga::emission {

bool spells_sscc(std::string_view text) {
  return text.size() == gs1::Sscc::kDigits + 2 && text.starts_with("00") && all(gs1::kDigit, text);
}

bool may_be_own_format(country::CountryRules const& rules, std::string_view text) {
  if (spells_sscc(text) || gs1::claims_item(text)) return false;
  return std::any_of(rules.transport_codes.begin(), rules.transport_codes.end(),
                     [&](country::TransportCode const& form) { return form.layout.accepts_free(text); });
}

}  // namespace tamga::emission
