// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/dismiss_provider.hpp"

#include <fmt/format.h>

#include "documents/errors.hpp"
#include "documents/open_shipment.hpp"

namespace tamga::documents {

Result<DismissProvider::Plan> DismissProvider::check(Body const& body, Parts const&, Case& one) {
  Plan plan;
  auto const object = [&](ErrorKind const& kind) {
    one.object(Error(kind).at("/mandate").with("number", body.mandate));
    return plan;
  };
  auto const number = read_number(body.mandate);
  if (!number) return object(kMandateUnknown);
  TAMGA_ASSIGN(mandate, one.desk().mandates.find(*number));
  if (!mandate || (mandate->principal != one.sender() && mandate->provider != one.sender()))
    return object(kMandateUnknown);
  one.deals_with(mandate->principal == one.sender() ? mandate->provider : mandate->principal);
  if (mandate->ended_by != ledger::DocumentNo()) return object(kPowerEnded);
  plan.mandate = *std::move(mandate);
  return plan;
}

void DismissProvider::apply(Body const&, Plan const& plan, Case& one) {
  one.desk().mandates.end(plan.mandate.number, one.context().number);
  one.tell(one.counterpart(), "mandate.ended",
           fmt::format(R"({{"mandate":"{}"}})", plan.mandate.number.value()));
}

template struct KindOf<DismissProvider>;

}  // namespace tamga::documents
