// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/power_of_attorney.hpp"

#include "documents/errors.hpp"
#include "documents/sender_rights.hpp"
#include "identifiers/rule.hpp"

namespace tamga::documents {
namespace {

using country::Rights;
using registry::PowerOfAttorney;

/// Powers are given by the head, as the state's register named him when the account was opened or changed
/// hands; while it names another one the account is restricted.
Result<void> judge_giver(Case& one) {
  if (one.rules().roles.powers_of_attorney == country::PowerPolicy::None) one.object(Error(kPowersNotUsed));
  TAMGA_ASSIGN(user, one.desk().users.find(one.context().user));
  auto const* certificate = user ? user->find(one.context().certificate) : nullptr;
  TAMGA_ASSIGN(head, one.desk().users.head_of(one.sender()));
  bool const other = head && one.context().user != registry::UserNo() && *head != one.context().user;
  if (other || (certificate != nullptr && certificate->personal)) one.object(Error(kHeadOnly));
  return {};
}

/// The number in its normal form.
std::string judge_person_id(Case& one, std::string const& text) {
  auto const& rules = one.rules().identifiers.person_id;
  if (rules.empty()) return text;
  auto checked = identifiers::check(rules, text);
  if (checked) return checked->text;
  one.object(Error(checked.error()).at("/person_id"));
  return text;
}

Result<void> judge_rights(Case& one, Rights rights) {
  TAMGA_ASSIGN(own, own_rights(one));
  for (country::Right const right : rights.list())
    if (!own.has(right))
      one.object(Error(kRightsBeyondOwn).at("/rights").with("value", country::word_of(right)));
  return {};
}

Result<void> judge_new(Case& one, GivePower::Body const& body, PowerOfAttorney& power) {
  for (country::Right const right : *body.rights) power.rights.add(right);
  TAMGA_TRY(judge_rights(one, power.rights));
  power.person_id = judge_person_id(one, *body.person_id);
  power.person = *body.person;
  power.from = *body.from;
  power.until = *body.until;
  power.document = one.context().number.value();
  if (power.until < power.from) one.object(Error(kDatesReversed).at("/until"));
  if (power.until < one.context().today)
    one.object(Error(kPowerEnded).at("/until").with("number", body.number));
  return {};
}

}  // namespace

Result<void> GivePower::preflight(Body const& body) {
  bool const gives = body.decision == PowerDecision::Give;
  auto const check = [&](bool said, char const* field) -> Result<void> {
    if (said == gives) return {};
    return fail(Error(kPowerIncomplete).at(field).with("field", std::string(field + 1)));
  };
  TAMGA_TRY(check(body.person_id.has_value(), "/person_id"));
  TAMGA_TRY(check(body.person.has_value(), "/person"));
  TAMGA_TRY(check(body.rights.has_value(), "/rights"));
  TAMGA_TRY(check(body.from.has_value(), "/from"));
  return check(body.until.has_value(), "/until");
}

Result<GivePower::Plan> GivePower::check(Body const& body, Parts const&, Case& one) {
  Plan plan;
  TAMGA_TRY(judge_giver(one));
  TAMGA_TRY(one.desk().users.of(one.sender()));
  TAMGA_ASSIGN(known, one.desk().users.find_power(one.sender(), body.number));
  auto const object = [&](ErrorKind const& kind) {
    one.object(Error(kind).at("/number").with("number", body.number));
  };
  if (body.decision == PowerDecision::Revoke) {
    if (!known) object(kPowerUnknown);
    if (known && known->revoked_by != 0) object(kPowerEnded);
    if (!known) return plan;
    plan.power = *known;
    plan.before = registry::facts_of(*known);
    plan.power.revoked_by = one.context().number.value();
    return plan;
  }
  if (known) object(kPowerExists);
  plan.power.participant = one.sender();
  plan.power.number = body.number;
  TAMGA_TRY(judge_new(one, body, plan.power));
  return plan;
}

void GivePower::apply(Body const& body, Plan const& plan, Case& one) {
  UserDesk& users = one.desk().users;
  users.note(one.context().number.value(),
             registry::changes_between(plan.before, registry::facts_of(plan.power)));
  if (body.decision == PowerDecision::Revoke)
    users.revoke(plan.power);
  else
    users.add(plan.power);
}

template struct KindOf<GivePower>;

}  // namespace tamga::documents
