// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/complete_profile.hpp"

#include <algorithm>

#include "documents/errors.hpp"
#include "identifiers/contacts.hpp"
#include "identifiers/rule.hpp"

namespace tamga::documents {
namespace {

void judge_contacts(Case& one, registry::Profile& profile) {
  if (auto const email = identifiers::check_email(profile.email); !email)
    one.object(Error(email.error()).at("/email"));
  auto phone = identifiers::read_phone(profile.phone);
  if (phone)
    profile.phone = *std::move(phone);
  else
    one.object(Error(phone.error()).at("/phone"));
}

void judge_groups(Case& one, registry::Profile const& profile) {
  for (std::size_t i = 0; i < profile.groups.size(); ++i)
    if (!one.desk().country().find_group(profile.groups[i]))
      one.object(Error(kGroupUnknown).at("/groups/" + std::to_string(i)).with("group", profile.groups[i]));
}

/// Only who makes or imports goods has sites.
void judge_types(Case& one, registry::Profile const& profile) {
  bool sites = false;
  for (std::size_t i = 0; i < profile.types.size(); ++i) {
    auto const* type = one.rules().participant_types.find(profile.types[i]);
    if (!type)
      one.object(Error(kTypeUnknown).at("/types/" + std::to_string(i)).with("value", profile.types[i]));
    else
      sites = sites || type->production_sites;
  }
  if (profile.sites && !profile.sites->empty() && !sites) one.object(Error(kSitesNotForTypes).at("/sites"));
}

void judge_bank(Case& one, registry::Participant const& sender, registry::Profile& profile) {
  if (!profile.bank) return;
  auto const& numbers = one.rules().identifiers;
  auto bank = identifiers::check(numbers.bank_code, profile.bank->bank);
  if (!bank) {
    one.object(Error(bank.error()).at("/bank/bank"));
    return;
  }
  profile.bank->bank = bank->text;
  auto const& known = one.rules().banks;
  if (known.complete && !known.find(bank->text))
    one.object(Error(kBankUnknown).at("/bank/bank").with("code", bank->text));
  auto account = identifiers::check(numbers.account, profile.bank->account,
                                    {.bank_code = bank->text, .tax_id = sender.tax_id});
  if (account)
    profile.bank->account = account->text;
  else
    one.object(Error(account.error()).at("/bank/account"));
}

void judge_kpp(Case& one, registry::Participant const& sender, std::optional<std::string>& kpp,
               std::string const& where) {
  if (!kpp) return;
  auto checked = identifiers::check(one.rules().identifiers.kpp, *kpp, {.tax_id = sender.tax_id});
  if (!checked)
    one.object(Error(checked.error()).at(where));
  else if (checked->text.empty())
    kpp.reset();
  else
    kpp = std::move(checked->text);
}

/// That of the organisation, and those of its places.
void judge_kpps(Case& one, registry::Participant const& sender, registry::Profile& profile) {
  judge_kpp(one, sender, profile.kpp, "/kpp");
  if (!profile.sites) return;
  for (std::size_t i = 0; i < profile.sites->size(); ++i)
    judge_kpp(one, sender, (*profile.sites)[i].kpp, "/sites/" + std::to_string(i) + "/kpp");
}

}  // namespace

Result<CompleteProfile::Plan> CompleteProfile::check(Body const& body, Parts const&, Case& one) {
  TAMGA_ASSIGN(sender, one.desk().books().participants.find(one.sender()));
  if (!sender) return fail(kSignerNotSender);
  Plan plan{body, *std::move(sender), {}};
  TAMGA_ASSIGN(known, one.desk().profiles.find(one.desk().connection(), one.sender()));
  if (known) plan.before = registry::facts_of(known->profile);
  judge_contacts(one, plan.profile);
  judge_groups(one, plan.profile);
  judge_types(one, plan.profile);
  judge_bank(one, plan.participant, plan.profile);
  judge_kpps(one, plan.participant, plan.profile);
  plan.participant.types = plan.profile.types;
  return plan;
}

void CompleteProfile::apply(Body const&, Plan const& plan, Case& one) {
  one.desk().users.note(one.context().number.value(),
                        registry::changes_between(plan.before, registry::facts_of(plan.profile)));
  one.desk().profiles.put(plan.participant, {plan.profile, one.context().number.value(), one.context().now});
}

template struct KindOf<CompleteProfile>;

}  // namespace tamga::documents
