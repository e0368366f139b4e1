// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/admit_user.hpp"

#include "documents/errors.hpp"
#include "documents/person_certificate.hpp"
#include "documents/user_facts.hpp"
#include "registry/errors.hpp"

namespace tamga::documents {
namespace {

using registry::User;

/// A personal certificate is admitted when it could act today.
Result<void> judge_powers(Case& one, User const& user) {
  if (one.rules().roles.powers_of_attorney != country::PowerPolicy::Required) return {};
  if (!user.certificates.front().personal) return {};
  for (registry::PowerOfAttorney const& power : user.powers)
    if (power.valid_on(one.context().today)) return {};
  one.object(Error(registry::kPowerMissing)
                 .at("/certificate")
                 .with("right", country::word_of(country::Right::Users))
                 .with("roles", "")
                 .with("people", user.person));
  return {};
}

Result<std::vector<registry::PowerOfAttorney>> powers_of(Case& one, std::string const& person_id) {
  std::vector<registry::PowerOfAttorney> out;
  if (person_id.empty()) return out;
  constexpr int kMost = 10'000;
  TAMGA_ASSIGN(all, one.desk().users.powers_of(one.sender(), kMost));
  for (registry::PowerOfAttorney& power : all)
    if (power.person_id == person_id) out.push_back(std::move(power));
  return out;
}

mail::Letter letter_to(Case& one, User const& user, std::string const& company) {
  std::vector<std::string> rights;
  for (std::string const& code : user.roles)
    if (auto const* role = one.rules().roles.rows.find(code))
      rights.push_back(role->name.in(user.language) + ". " + role->about.in(user.language));
  auto const* post = one.desk().users.post();
  return {.key = "user_added." + std::to_string(user.number.value()),
          .to = user.email,
          .language = user.language,
          .text = "user_added",
          .values = {{"person", {user.person}},
                     {"company", {company}},
                     {"rights", std::move(rights)},
                     {"link", {post == nullptr ? std::string() : post->site + "/"}}},
          .created_at = one.context().now,
          .participant = user.participant.value()};
}

}  // namespace

Result<void> AdmitUser::preflight(Body const& body) {
  if (body.language && !language_of(*body.language))
    return fail(Error(kLanguageUnknown).at("/language").with("value", *body.language));
  return {};
}

Result<AdmitUser::Plan> AdmitUser::check(Body const& body, Parts const&, Case& one) {
  Plan plan;
  TAMGA_ASSIGN(users, one.desk().users.of(one.sender()));
  if (users->size() >= kMostUsers) one.object(Error(kUsersTooMany).with("limit", std::to_string(kMostUsers)));
  judge_user_email(one, body.email);
  TAMGA_TRY(judge_roles(one, body.roles));
  TAMGA_TRY(judge_user_limits(one, body.groups, body.places));
  TAMGA_ASSIGN(admitted, judge_certificate(one, body.certificate));
  if (!admitted) return plan;
  auto const& context = one.context();
  User& user = plan.user;
  user.number = registry::UserNo(context.number.value());
  user.participant = one.sender();
  user.person = admitted->read.holder.person;
  user.person_id = admitted->read.person_id();
  user.email = body.email;
  user.language = body.language ? *language_of(*body.language) : one.rules().languages.front();
  user.roles = body.roles;
  user.groups = body.groups.value_or(std::vector<std::string>());
  user.places = body.places.value_or(std::vector<std::string>());
  user.state = registry::UserState::Invited;
  user.added = context.now;
  user.certificates = {admitted->certificate};
  TAMGA_ASSIGN(powers, powers_of(one, user.person_id));
  user.powers = std::move(powers);
  TAMGA_TRY(judge_powers(one, user));
  TAMGA_ASSIGN(adder, one.desk().users.find(context.user));
  user.added_by = adder ? adder->person : std::string();
  return plan;
}

void AdmitUser::apply(Body const&, Plan const& plan, Case& one) {
  UserDesk& users = one.desk().users;
  users.note(one.context().number.value(), registry::changes_between({}, registry::facts_of(plan.user)));
  auto const sender = one.desk().books().participants.find(one.sender());
  users.send(letter_to(one, plan.user, sender && *sender ? (*sender)->name : std::string()));
  users.add(plan.user);
}

template struct KindOf<AdmitUser>;

}  // namespace tamga::documents
