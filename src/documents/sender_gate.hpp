// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/document.hpp"

namespace tamga::documents {

/// What is closed to a person without the right (`permit`), and to a sender as room `admission` answers:
/// while something stands against it, or against the service provider who signs for it, what the country lets
/// nobody send then; before the profile every kind
/// but those that begin with it; without the contract that covers all groups, every kind that needs
/// contracts. What needs the contract of a group is judged where the codes are (`Case::judge_group`). False,
/// with the objection made, when the document is not to be judged further. Costs no query while contracts do
/// not change. Features 1.13. Errors told: those of `permit`, STANDING_..., PROFILE_MISSING,
/// CONNECTION_CONTRACT_MISSING, CONNECTION_CONTRACT_LAPSED.
Result<bool> admit(Case& one, Traits const& traits);

}  // namespace tamga::documents
