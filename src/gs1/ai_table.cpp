// SPDX-License-Identifier: Apache-2.0
#include "gs1/element_string.hpp"

namespace tamga::gs1 {
namespace {

using enum AiRule::Content;

// GS1 General Specifications, section 3. Only what marking codes, packages and their labels use; what an AI
// means for a document is not decided here.
constexpr std::array<AiRule, 23> kRules{{
    {.prefix = "00", .content = Sscc, .min_size = 18, .max_size = 18, .predefined = true},
    {.prefix = "01", .content = Gtin, .min_size = 14, .max_size = 14, .predefined = true},
    {.prefix = "02", .content = Gtin, .min_size = 14, .max_size = 14, .predefined = true},  // content of a
                                                                                            // pack
    {.prefix = "10", .min_size = 1, .max_size = 20},                                        // batch
    {.prefix = "11", .content = Digits, .min_size = 6, .max_size = 6, .predefined = true},  // produced
    {.prefix = "13", .content = Digits, .min_size = 6, .max_size = 6, .predefined = true},  // packed
    {.prefix = "15", .content = Digits, .min_size = 6, .max_size = 6, .predefined = true},  // best before
    {.prefix = "17", .content = Digits, .min_size = 6, .max_size = 6, .predefined = true},  // expires
    {.prefix = "20", .content = Digits, .min_size = 2, .max_size = 2, .predefined = true},  // variant
    {.prefix = "21", .min_size = 1, .max_size = 20},                                        // serial
    {.prefix = "30", .content = Digits, .min_size = 1, .max_size = 8},                      // variable count
    {.prefix = "37", .content = Digits, .min_size = 1, .max_size = 8},                      // count in a pack
    {.prefix = "310", .decimals = true, .content = Digits, .min_size = 6, .max_size = 6, .predefined = true},
    {.prefix = "311", .decimals = true, .content = Digits, .min_size = 6, .max_size = 6, .predefined = true},
    {.prefix = "335", .decimals = true, .content = Digits, .min_size = 6, .max_size = 6, .predefined = true},
    {.prefix = "240", .min_size = 1, .max_size = 30},                     // additional id
    {.prefix = "8005", .content = Digits, .min_size = 6, .max_size = 6},  // price
    {.prefix = "91"},                                                     // 91-99: agreed between partners
    {.prefix = "92"},
    {.prefix = "93"},
    {.prefix = "97"},
    {.prefix = "98"},
    {.prefix = "99"},
}};

}  // namespace

AiRule const* find_ai_rule(std::string_view text) {
  for (auto const& rule : kRules) {
    if (!text.starts_with(rule.prefix)) continue;
    if (!rule.decimals) return &rule;
    auto const at = rule.prefix.size();
    if (text.size() > at && text[at] >= '0' && text[at] <= '5') return &rule;
    return nullptr;
  }
  return nullptr;
}

}  // namespace tamga::gs1
