// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/archive_card.hpp"

#include "catalogue/errors.hpp"
#include "documents/card_facts.hpp"

namespace tamga::documents {

Result<ArchiveCard::Plan> ArchiveCard::check(Body const& body, Parts const&, Case& one) {
  TAMGA_ASSIGN(found, own_card(one, body.gtin));
  if (!found) return Plan{};
  TAMGA_ASSIGN(last, one.desk().cards.edition(found->card.gtin, found->card.editions));
  bool const waits = last && last->state == catalogue::EditionState::Moderation;
  if (waits) {
    one.object(
        Error(catalogue::kCardInModeration).at("/gtin").with("due", last->due ? last->due->text() : ""));
    return Plan{};
  }
  bool const ends = found->card.state == catalogue::CardState::Published ||
                    (found->card.state == catalogue::CardState::Blocked && !found->card.by_operator);
  if (!ends) {
    object_state(one, found->card);
    return Plan{};
  }
  return Plan{
      catalogue::archive(std::move(found->card), std::move(found->product), body.reason, one.context().now)};
}

void ArchiveCard::apply(Body const&, Plan const& plan, Case& one) {
  one.desk().cards.put(*plan.step);
  one.tell(plan.step->card.owner, "card.changed", card_notice(plan.step->card));
}

template struct KindOf<ArchiveCard>;

}  // namespace tamga::documents
