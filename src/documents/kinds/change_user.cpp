// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/change_user.hpp"

#include <algorithm>
#include <charconv>

#include "documents/errors.hpp"
#include "documents/person_certificate.hpp"
#include "documents/sender_rights.hpp"
#include "documents/user_facts.hpp"
#include "registry/errors.hpp"

namespace tamga::documents {
namespace {

using registry::User;
using registry::UserNo;
using registry::UserState;

UserNo number_of(std::string_view text) {
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? UserNo(value) : UserNo();
}

/// A user of the sender's own; others do not exist for him.
Result<std::optional<User>> own_user(Case& one, std::string const& text) {
  UserNo const number = number_of(text);
  TAMGA_ASSIGN(users, one.desk().users.of(one.sender()));
  auto const found =
      std::find_if(users->begin(), users->end(), [&](User const& user) { return user.number == number; });
  if (found != users->end()) return std::optional(*found);
  one.object(Error(registry::kUserUnknown).at("/user").with("user", text));
  return std::optional<User>();
}

/// The new certificate names the same person; of a user about whom less is known, the same name.
bool same_person(User const& user, PersonCertificate const& read) {
  std::string const id = read.person_id();
  if (!user.person_id.empty() && !id.empty()) return user.person_id == id;
  return user.person == read.holder.person;
}

Result<void> judge_new_certificate(Case& one, std::string const& text, ChangeUser::Plan& plan) {
  TAMGA_ASSIGN(admitted, judge_certificate(one, text));
  if (!admitted) return {};
  if (!same_person(plan.user, admitted->read)) {
    one.object(
        Error(kCertificateOfOtherPerson).at("/certificate").with("person", admitted->read.holder.person));
    return {};
  }
  if (plan.user.certificates.size() >= ChangeUser::kMostCertificates) {
    one.object(
        Error(kUsersTooMany).at("/certificate").with("limit", std::to_string(ChangeUser::kMostCertificates)));
    return {};
  }
  if (plan.user.person_id.empty()) plan.user.person_id = admitted->read.person_id();
  plan.user.certificates.push_back(admitted->certificate);
  plan.certificate = admitted->certificate;
  return {};
}

/// Nobody changes somebody who may do more than he himself.
Result<void> judge_rank(Case& one, User const& user) {
  TAMGA_ASSIGN(own, own_rights(one));
  if (!own.holds(one.rules().roles.rights_of(user.roles)))
    one.object(Error(kRightsBeyondOwn).at("/user").with("value", user.person));
  return {};
}

}  // namespace

Result<void> ChangeUser::preflight(Body const& body) {
  if (body.roles || body.groups || body.places || body.email || body.decision || body.certificate) return {};
  return fail(kNothingToChange);
}

Result<ChangeUser::Plan> ChangeUser::check(Body const& body, Parts const&, Case& one) {
  Plan plan;
  TAMGA_ASSIGN(found, own_user(one, body.user));
  if (!found) return plan;
  plan.user = *found;
  User& user = plan.user;
  TAMGA_TRY(judge_rank(one, user));
  if (body.email) judge_user_email(one, *body.email);
  if (body.roles) TAMGA_TRY(judge_roles(one, *body.roles));
  TAMGA_TRY(judge_user_limits(one, body.groups, body.places));
  if (body.roles) user.roles = *body.roles;
  if (body.groups) user.groups = *body.groups;
  if (body.places) user.places = *body.places;
  if (body.email) user.email = *body.email;
  if (body.decision == UserDecision::Block && user.state != UserState::Blocked) {
    user.state = UserState::Blocked;
    user.since = one.context().now;
  }
  if (body.decision == UserDecision::Unblock && user.state == UserState::Blocked)
    user.state = UserState::Invited;
  if (body.certificate) TAMGA_TRY(judge_new_certificate(one, *body.certificate, plan));
  TAMGA_TRY(judge_administrators(one, user));
  plan.changes = registry::changes_between(registry::facts_of(*found), registry::facts_of(user));
  if (one.objections().empty() && plan.changes.empty()) one.object(Error(kNothingToChange));
  return plan;
}

void ChangeUser::apply(Body const&, Plan const& plan, Case& one) {
  one.desk().users.note(one.context().number.value(), plan.changes);
  one.desk().users.change(plan.user, plan.certificate);
}

template struct KindOf<ChangeUser>;

}  // namespace tamga::documents
