// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "catalogue/card_body.hpp"
#include "catalogue/rules.hpp"

namespace tamga::catalogue {

/// What is wrong with the form of one value, at pointers that begin with `pointer`. An empty value says
/// nothing: whether it may, the caller knows. What needs a classifier is not asked here.
void check_value(Rules const& rules, Attribute const& attribute, CardAttribute const& given,
                 std::string const& pointer, std::vector<Error>& wrong);

/// Whether the card says something under the attribute.
bool says_something(CardAttribute const& given);

/// "12.50" with two decimals is 1250; nothing when it is no number, or has more of them. At most fifteen
/// digits.
std::optional<std::int64_t> read_decimal(std::string_view text, std::int64_t decimals);

}  // namespace tamga::catalogue
