// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/block_card.hpp"

#include "catalogue/errors.hpp"
#include "documents/card_facts.hpp"

namespace tamga::documents {

Result<BlockCard::Plan> BlockCard::check(Body const& body, Parts const&, Case& one) {
  TAMGA_ASSIGN(found, own_card(one, body.gtin));
  if (!found) return Plan{};
  if (found->card.state != catalogue::CardState::Published) {
    object_state(one, found->card);
    return Plan{};
  }
  return Plan{catalogue::block(std::move(found->card), std::move(found->product), body.reason, false,
                               one.context().now)};
}

void BlockCard::apply(Body const&, Plan const& plan, Case& one) {
  one.desk().cards.put(*plan.step);
  one.tell(plan.step->card.owner, "card.changed", card_notice(plan.step->card));
}

template struct KindOf<BlockCard>;

}  // namespace tamga::documents
