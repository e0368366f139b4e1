// SPDX-License-Identifier: Apache-2.0
#include "documents/sender_rights.hpp"

#include <algorithm>

#include "documents/errors.hpp"
#include "registry/errors.hpp"
#include "registry/profile.hpp"

namespace tamga::documents {
namespace {

using country::Right;
using registry::Permission;
using registry::User;
using registry::UserPtr;
using registry::UserState;

/// What stands against his signing at all.
ErrorKind const* refusal_of_state(User const& user) {
  if (user.state == UserState::Blocked) return &registry::kUserBlocked;
  return user.state == UserState::Active ? nullptr : &registry::kUserNotActive;
}

Result<void> object_to(Case& one, ErrorKind const& kind, Right right) {
  auto const& context = one.context();
  country::Roles const& roles = one.rules().roles;
  TAMGA_ASSIGN(people, one.desk().books().participants.users().whom_to_ask(one.signer(), roles));
  one.object(Error(kind)
                 .with("right", country::word_of(right))
                 .with("roles", roles.words_with(right, context.sender.authority))
                 .with("people", people));
  return {};
}

Permission permission_in(Case const& one, User const& user) {
  return registry::permission_of(user, one.context().certificate, one.rules().roles, one.context().today);
}

}  // namespace

Result<bool> permit(Case& one, Traits const& traits) {
  auto const& context = one.context();
  Right const right = traits.right.value;
  if (context.user == registry::UserNo()) return true;
  TAMGA_ASSIGN(user, one.desk().users.find(context.user));
  if (!user || user->participant != one.signer()) {
    one.object(Error(kSignerNotSender));
    return false;
  }
  ErrorKind const* refusal = refusal_of_state(*user);
  Permission const permission = permission_in(one, *user);
  if (refusal == nullptr && !permission.by_roles.has(right)) refusal = &registry::kRightMissing;
  if (refusal == nullptr && permission.powerless) refusal = &registry::kPowerMissing;
  if (refusal == nullptr && !permission.rights.has(right)) refusal = &registry::kPowerTooNarrow;
  if (refusal != nullptr) {
    TAMGA_TRY(object_to(one, *refusal, right));
    return false;
  }
  if (auto const* power = permission.power_for(right)) one.under_power(power->number);
  one.limit_to_groups(user->groups);
  return true;
}

Result<void> judge_line_of_user(Case& one, std::optional<std::string> const& line) {
  if (one.context().user == registry::UserNo()) return {};
  TAMGA_ASSIGN(user, one.desk().users.find(one.context().user));
  if (!user || user->places.empty()) return {};
  bool found = false;
  if (line) {
    TAMGA_ASSIGN(stored, one.desk().profiles.find(one.desk().connection(), one.sender()));
    if (stored && stored->profile.sites)
      for (registry::ProductionSite const& site : *stored->profile.sites) {
        bool const his = std::find(user->places.begin(), user->places.end(), site.name) != user->places.end();
        if (his && site.lines)
          found = found || std::find(site.lines->begin(), site.lines->end(), *line) != site.lines->end();
      }
  }
  if (!found) {
    std::string places;
    for (std::string const& place : user->places) places.append(places.empty() ? "" : ", ").append(place);
    one.object(Error(kLineNotForUser).at("/line").with("line", line.value_or("")).with("places", places));
  }
  return {};
}

Result<country::Rights> own_rights(Case& one) {
  if (one.context().user == registry::UserNo()) return country::Rights::all();
  TAMGA_ASSIGN(user, one.desk().users.find(one.context().user));
  if (!user) return country::Rights();
  return permission_in(one, *user).rights;
}

}  // namespace tamga::documents
