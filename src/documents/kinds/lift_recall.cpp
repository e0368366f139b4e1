// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/lift_recall.hpp"

#include "documents/errors.hpp"
#include "documents/open_shipment.hpp"

namespace tamga::documents {

Result<LiftRecall::Plan> LiftRecall::check(Body const& body, Parts const&, Case& one) {
  auto const number = read_number(body.recall);
  Recall const* recall = number ? one.desk().recalls.find(*number) : nullptr;
  if (!recall) {
    one.object(Error(kRecallUnknown).at("/recall").with("recall", body.recall));
    return Plan{};
  }
  if (!one.context().sender.authority && recall->declared_by != one.sender())
    one.object(Error(kRecallOfOthers).at("/recall").with("recall", body.recall));
  return Plan{*number};
}

void LiftRecall::apply(Body const&, Plan const& plan, Case& one) {
  one.desk().recalls.lift(plan.recall, one.context().number);
}

template struct KindOf<LiftRecall>;

}  // namespace tamga::documents
