// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/mandates.hpp"

#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::api {

Result<MandateView> MandateView::of(registry::Mandate const& mandate, Call const& call) {
  registry::Register const& participants = call.services().participants;
  TAMGA_ASSIGN(principal, participants.find(mandate.principal));
  TAMGA_ASSIGN(provider, participants.find(mandate.provider));
  return MandateView{.mandate = {mandate.number},
                     .principal = principal ? principal->tax_id : "",
                     .principal_name = principal ? principal->name : "",
                     .provider = provider ? provider->tax_id : "",
                     .provider_name = provider ? provider->name : "",
                     .rights = mandate.rights.list(),
                     .groups = mandate.groups,
                     .from = mandate.from,
                     .until = mandate.until,
                     .in_force = mandate.in_force(call.today())};
}

Result<ListMandates::Output> ListMandates::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, registry::mandates_of(*reader, call.caller().number(), input.limit));
  Output out;
  for (registry::Mandate const& one : found) {
    TAMGA_ASSIGN(view, MandateView::of(one, call));
    out.mandates.push_back(std::move(view));
  }
  return out;
}

template struct RowOf<ListMandates>;

}  // namespace tamga::api
