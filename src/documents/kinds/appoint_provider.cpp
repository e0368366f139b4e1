// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/appoint_provider.hpp"

#include <fmt/format.h>

#include "documents/errors.hpp"

namespace tamga::documents {

Result<AppointProvider::Plan> AppointProvider::check(Body const& body, Parts const&, Case& one) {
  Plan plan;
  auto const object = [&](ErrorKind const& kind, std::string pointer, std::string value) {
    one.object(Error(kind).at(std::move(pointer)).with("value", std::move(value)));
  };
  TAMGA_ASSIGN(provider, one.desk().books().participants.find_by_tax_id(body.provider));
  if (!provider) object(kProviderUnknown, "/provider", body.provider);
  if (provider && provider->number == one.sender()) object(kProviderIsSender, "/provider", body.provider);
  for (std::size_t i = 0; i < body.rights.size(); ++i) {
    plan.mandate.rights.add(body.rights[i]);
    if (!kGiven.has(body.rights[i]))
      object(kRightNotGiven, "/rights/" + std::to_string(i), country::word_of(body.rights[i]));
  }
  if (body.groups)
    for (std::size_t i = 0; i < body.groups->size(); ++i)
      if (!one.desk().country().find_group((*body.groups)[i]))
        one.object(Error(kGroupUnknown).at("/groups/" + std::to_string(i)).with("group", (*body.groups)[i]));
  if (body.until < body.from) one.object(Error(kDatesReversed).at("/until"));
  if (body.until < one.context().today)
    one.object(Error(kPowerEnded).at("/until").with("number", body.provider));
  plan.mandate.number = one.context().number;
  plan.mandate.principal = one.sender();
  if (provider) plan.mandate.provider = provider->number;
  plan.mandate.groups = body.groups.value_or(std::vector<std::string>{});
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
