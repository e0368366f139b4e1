// SPDX-License-Identifier: Apache-2.0
#include "documents/user_facts.hpp"

#include <algorithm>

#include "documents/errors.hpp"
#include "documents/sender_rights.hpp"
#include "identifiers/contacts.hpp"
#include "registry/profile.hpp"

namespace tamga::documents {

using country::Right;
using registry::User;
using registry::UserState;

Result<void> judge_roles(Case& one, std::vector<std::string> const& roles) {
  TAMGA_ASSIGN(own, own_rights(one));
  bool const authority = one.context().sender.authority;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    std::string const where = "/roles/" + std::to_string(i);
    auto const* role = one.rules().roles.rows.find(roles[i]);
    if (role == nullptr || role->of_operator != authority)
      one.object(Error(kRoleUnknown).at(where).with("value", roles[i]));
    else if (!own.holds(role->rights))
      one.object(Error(kRightsBeyondOwn).at(where).with("value", "role_" + roles[i]));
  }
  return {};
}

Result<void> judge_user_limits(Case& one, std::optional<std::vector<std::string>> const& groups,
                               std::optional<std::vector<std::string>> const& places) {
  if (groups)
    for (std::size_t i = 0; i < groups->size(); ++i) {
      auto const* group = one.desk().country().find_group((*groups)[i]);
      // Limits are compared with the group's own name, never with an alias.
      if (group == nullptr || group->code != (*groups)[i])
        one.object(Error(kGroupUnknown).at("/groups/" + std::to_string(i)).with("group", (*groups)[i]));
    }
  if (!places || places->empty()) return {};
  TAMGA_ASSIGN(stored, one.desk().profiles.find(one.desk().connection(), one.sender()));
  for (std::size_t i = 0; i < places->size(); ++i) {
    bool const known =
        stored && stored->profile.sites &&
        std::any_of(stored->profile.sites->begin(), stored->profile.sites->end(),
                    [&](registry::ProductionSite const& site) { return site.name == (*places)[i]; });
    if (!known)
      one.object(Error(kPlaceUnknown).at("/places/" + std::to_string(i)).with("value", (*places)[i]));
  }
  return {};
}

void judge_user_email(Case& one, std::string const& email) {
  if (auto const fine = identifiers::check_email(email); !fine) one.object(Error(fine.error()).at("/email"));
}

Result<void> judge_administrators(Case& one, User const& changed) {
  auto const& roles = one.rules().roles;
  auto const leads = [&](User const& user) {
    return user.state == UserState::Active && roles.rights_of(user.roles).has(Right::Users);
  };
  if (leads(changed)) return {};
  TAMGA_ASSIGN(users, one.desk().users.of(one.sender()));
  bool const others = std::any_of(users->begin(), users->end(), [&](User const& user) {
    return user.number != changed.number && leads(user);
  });
  bool const was = std::any_of(users->begin(), users->end(), [&](User const& user) {
    return user.number == changed.number && leads(user);
  });
  if (was && !others) one.object(Error(kLastAdministrator).with("person", changed.person));
  return {};
}

}  // namespace tamga::documents
