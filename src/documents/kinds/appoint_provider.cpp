// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/appoint_provider.hpp"

#include <fmt/format.h>

#include "documents/errors.hpp"
#include "registrars/errors.hpp"
#include "registrars/providers.hpp"

namespace tamga::documents {
namespace {

/// Objects to groups in which nobody acts for others.
void judge_groups(Case& one, std::vector<std::string> const& groups) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    auto const object = [&](ErrorKind const& kind) {
      one.object(Error(kind).at("/groups/" + std::to_string(i)).with("group", groups[i]));
    };
    country::ProductGroup const* group = one.desk().country().find_group(groups[i]);
    auto const* rules = group ? group->rules.in_force(one.context().today) : nullptr;
    if (!group)
      object(kGroupUnknown);
    else if (rules && rules->has(country::Capability::NoServiceProviders))
      object(registrars::kProviderGroupClosed);
  }
}

/// Where the country says so, only who stands in the operator's directory is appointed, for groups he serves;
/// without groups, for all that he serves that day: these become `groups`.
Result<void> judge_listed(Case& one, AppointProvider::Body const& body, ledger::ParticipantNo provider,
                          std::vector<std::string>& groups) {
  registrars::Rules const* rules = one.desk().books().registrars;
  if (!rules || !rules->only_listed_providers(one.context().today)) return {};
  TAMGA_ASSIGN(listed, registrars::find_provider(one.desk().connection(), provider));
  if (!listed) {
    one.object(Error(registrars::kProviderNotListed).at("/provider").with("value", body.provider));
    return {};
  }
  if (groups.empty()) groups = listed->groups;
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (!listed->serves(groups[i]))
      one.object(Error(kProviderNotForGroup).at("/groups/" + std::to_string(i)).with("group", groups[i]));
  return {};
}

}  // namespace

Result<AppointProvider::Plan> AppointProvider::check(Body const& body, Parts const&, Case& one) {
  Plan plan;
  auto const object = [&](ErrorKind const& kind, std::string pointer, std::string value) {
    one.object(Error(kind).at(std::move(pointer)).with("value", std::move(value)));
  };
  TAMGA_ASSIGN(provider, one.desk().books().participants.find_by_tax_id(body.provider));
  if (!provider) object(kProviderUnknown, "/provider", body.provider);
  plan.mandate.groups = body.groups.value_or(std::vector<std::string>());
  judge_groups(one, plan.mandate.groups);
  if (provider) TAMGA_TRY(judge_listed(one, body, provider->number, plan.mandate.groups));
  if (provider && provider->number == one.sender()) object(kProviderIsSender, "/provider", body.provider);
  for (std::size_t i = 0; i < body.rights.size(); ++i) {
    plan.mandate.rights.add(body.rights[i]);
    if (!kGiven.has(body.rights[i]))
      object(kRightNotGiven, "/rights/" + std::to_string(i), country::word_of(body.rights[i]));
  }
  if (body.until < body.from) one.object(Error(kDatesReversed).at("/until"));
  if (body.until < one.context().today)
    one.object(Error(kPowerEnded).at("/until").with("number", body.provider));
  plan.mandate.number = one.context().number;
  plan.mandate.principal = one.sender();
  if (provider) plan.mandate.provider = provider->number;
  one.deals_with(plan.mandate.provider);
  plan.mandate.from = body.from;
  plan.mandate.until = body.until;
  return plan;
}

void AppointProvider::apply(Body const&, Plan const& plan, Case& one) {
  one.desk().mandates.add(plan.mandate);
  one.tell(plan.mandate.provider, "mandate.given",
           fmt::format(R"({{"mandate":"{}"}})", plan.mandate.number.value()));
}

template struct KindOf<AppointProvider>;

}  // namespace tamga::documents
