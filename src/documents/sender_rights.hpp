// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "documents/document.hpp"

namespace tamga::documents {

/// Whether whoever signs (or sends what needs no signature) may: he is active, his roles have the right of
/// the kind, and a power of attorney covers it where the country asks for one. False, with the objection made
/// (USER_BLOCKED, USER_NOT_ACTIVE, RIGHT_MISSING, POWER_OF_ATTORNEY_MISSING, POWER_OF_ATTORNEY_TOO_NARROW),
/// when the document is not to be judged further. From then on the case knows his product groups and names
/// his power. Asked of the state in this very transaction: a user blocked by the document before signs
/// nothing. Features 1.15, 4.1.
Result<bool> permit(Case& one, Traits const& traits);

/// Objects (LINE_NOT_FOR_USER at /line) when the signer is limited to places of business and the line is none
/// of theirs, or is not said. Lines are those of the profile.
Result<void> judge_line_of_user(Case& one, std::optional<std::string> const& line);

/// What the signer may do himself: nobody gives more than he has. Everything for the system itself.
Result<country::Rights> own_rights(Case& one);

}  // namespace tamga::documents
