// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "business_register/business_entity.hpp"
#include "standing/rules.hpp"
#include "standing/standing.hpp"

namespace tamga::standing {

/// Which kind of refusal a cause is, for its texts.
ErrorKind const& error_of(Cause cause);
/// The finding as an error, with what was confirmed and what the register says.
Error error_of(Finding const& finding);

/// What stands against a business by what the register says now, compared with what it said when the profile
/// was confirmed; only causes that lead to something in the country. Addresses are compared by their letters
/// and digits: another comma is no other address. Features 1.33.
std::vector<Finding> compare(std::optional<business_register::BusinessEntity> const& confirmed,
                             std::optional<business_register::BusinessEntity> const& now, Rules const& rules,
                             UnixMs at);

}  // namespace tamga::standing
