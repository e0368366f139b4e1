// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/users.hpp"

#include "registry/errors.hpp"
#include "registry/register.hpp"
#include "registry/user_rows.hpp"
#include "sql/store.hpp"

namespace tamga::api {

UserView UserView::of(registry::User const& user, country::CountryRules const& rules) {
  UserView view{.user = std::to_string(user.number.value()),
                .person = user.person,
                .email = user.email,
                .state = user.state,
                .roles = user.roles,
                .rights = rules.roles.rights_of(user.roles).list(),
                .groups = user.groups,
                .places = user.places,
                .certificates = {},
                .added = user.added.value() == 0 ? std::nullopt : std::optional(user.added),
                .added_by = user.added_by};
  for (registry::UserCertificate const& one : user.certificates)
    view.certificates.push_back({.certificate = crypto::hex(one.certificate),
                                 .personal = one.personal,
                                 .ends = one.ends.value() == 0 ? std::nullopt : std::optional(one.ends)});
  return view;
}

PowerView PowerView::of(registry::PowerOfAttorney const& power, Date today) {
  return {.number = power.number,
          .person = power.person,
          .person_id = power.person_id,
          .rights = power.rights.list(),
          .from = power.from,
          .until = power.until,
          .valid = power.valid_on(today),
          .revoked = power.revoked_by != 0,
          .document = std::to_string(power.document)};
}

Result<ListUsers::Output> ListUsers::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(users, call.services().participants.users().of(call.caller().number()));
  Output out;
  for (registry::UserPtr const& user : users)
    out.users.push_back(UserView::of(*user, call.services().country.rules()));
  return out;
}

Result<GetUser::Output> GetUser::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(user, call.services().participants.users().find(registry::UserNo(input.user)));
  if (!user || user->participant != call.caller().number())
    return fail(Error(registry::kUserUnknown).at("/user").with("user", std::to_string(input.user)));
  return UserView::of(*user, call.services().country.rules());
}

Result<ListRoles::Output> ListRoles::handle(Input const&, Call& call) {
  Output out;
  for (country::Role const& role : call.services().country.rules().roles.rows.rows())
    if (role.of_operator == call.caller().authority())
      out.roles.push_back({.role = role.code,
                           .name = role.name.in(call.language()),
                           .about = role.about.in(call.language()),
                           .rights = role.rights.list()});
  return out;
}

Result<ListPowers::Output> ListPowers::handle(Input const&, Call& call) {
  constexpr int kMost = 10'000;
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(powers, registry::read_powers(*reader, call.caller().number(), kMost));
  Output out;
  for (registry::PowerOfAttorney const& power : powers)
    out.powers.push_back(PowerView::of(power, call.today()));
  return out;
}

template struct RowOf<ListUsers>;
template struct RowOf<GetUser>;
template struct RowOf<ListRoles>;
template struct RowOf<ListPowers>;

}  // namespace tamga::api
