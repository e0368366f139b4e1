// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/publish_card.hpp"

#include "catalogue/card_book.hpp"
#include "catalogue/checks.hpp"
#include "catalogue/letters.hpp"
#include "documents/card_facts.hpp"
#include "documents/errors.hpp"

namespace tamga::documents {
namespace {

/// The edition of a card, if it has one of that number.
Result<std::optional<catalogue::Edition>> edition_of(Case& one, std::optional<catalogue::Card> const& card,
                                                     std::int32_t number) {
  if (!card || number == 0) return std::optional<catalogue::Edition>();
  return one.desk().cards.edition(card->gtin, number);
}

}  // namespace

Result<PublishCard::Plan> PublishCard::check(Body const& body, Parts const&, Case& one) {
  Plan plan;
  catalogue::CardBody const& card = body.card;
  if (!one.works_with_group(card.group))
    one.object(Error(kGroupNotForUser).at("/card/group").with("group", card.group));
  TAMGA_ASSIGN(wrong, catalogue::check_card(card, {one.desk().cards, one.sender(), one.context().today}));
  for (Error& error : wrong) {
    std::string pointer = "/card" + error.where();
    one.object(std::move(error).at(std::move(pointer)));
  }
  auto const gtin = gs1::Gtin::parse(card.gtin);
  if (!gtin || !one.objections().empty()) return plan;
  TAMGA_ASSIGN(before, one.desk().cards.find(*gtin));
  TAMGA_ASSIGN(published, edition_of(one, before, before ? before->edition : 0));
  TAMGA_ASSIGN(last, edition_of(one, before, before ? before->editions : 0));
  if (before) {
    if (auto against = catalogue::check_state(*before, card, published, last)) {
      std::string pointer = "/card" + against->where();
      one.object(std::move(*against).at(std::move(pointer)));
      return plan;
    }
  }
  catalogue::CardBook const& book = one.desk().cards.book();
  plan.step = catalogue::submit(book.rules(), {.body = card,
                                               .gtin = *gtin,
                                               .level = *catalogue::card_level(one.rules(), card.level),
                                               .owner = one.sender(),
                                               .document = one.context().number,
                                               .now = one.context().now,
                                               .today = one.context().today,
                                               .card = std::move(before),
                                               .published = std::move(published)});
  if (!plan.step.product) return plan;
  TAMGA_ASSIGN(letter, letter_of(one, plan.step.editions.back()));
  plan.letter = std::move(letter);
  return plan;
}

void PublishCard::apply(Body const&, Plan const& plan, Case& one) {
  catalogue::Card const& card = plan.step.card;
  one.desk().cards.put(plan.step);
  if (plan.letter) one.desk().users.send(*plan.letter);
  one.tell(card.owner, "card.changed", card_notice(card));
}

template struct KindOf<PublishCard>;

}  // namespace tamga::documents
