// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/case.hpp"
#include "registry/user.hpp"

namespace tamga::documents {

// Questions that the documents about users ask. Each objects to everything that is wrong.

/// Roles of the sender's side that give nothing the signer has not himself (ROLE_UNKNOWN, RIGHTS_BEYOND_OWN).
Result<void> judge_roles(Case& one, std::vector<std::string> const& roles);
/// Product groups of the country and places of the sender's profile (GROUP_UNKNOWN, PLACE_UNKNOWN).
Result<void> judge_user_limits(Case& one, std::optional<std::vector<std::string>> const& groups,
                               std::optional<std::vector<std::string>> const& places);
/// At /email (EMAIL_WRONG).
void judge_user_email(Case& one, std::string const& email);
/// An active user with the right to add users stays when `changed` is as it will be (LAST_ADMINISTRATOR).
Result<void> judge_administrators(Case& one, registry::User const& changed);

}  // namespace tamga::documents
