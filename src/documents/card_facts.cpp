// SPDX-License-Identifier: Apache-2.0
#include "documents/card_facts.hpp"

#include <fmt/format.h>

#include "catalogue/errors.hpp"
#include "catalogue/letters.hpp"
#include "documents/errors.hpp"

namespace tamga::documents {

Result<std::optional<OwnCard>> own_card(Case& one, std::string const& text) {
  auto const gtin = gs1::Gtin::parse(text);
  if (!gtin) {
    one.object(Error(gtin.error()).at("/gtin"));
    return std::optional<OwnCard>();
  }
  TAMGA_ASSIGN(card, one.desk().cards.find(*gtin));
  TAMGA_ASSIGN(product, one.desk().cards.product(*gtin));
  if (!card || card->owner != one.sender() || !product) {
    one.object(Error(catalogue::kCardUnknown).at("/gtin").with("gtin", gtin->text()));
    return std::optional<OwnCard>();
  }
  if (!one.works_with_group(card->group)) {
    one.object(Error(kGroupNotForUser).at("/gtin").with("group", card->group));
    return std::optional<OwnCard>();
  }
  return std::optional(OwnCard{*std::move(card), *std::move(product)});
}

void object_state(Case& one, catalogue::Card const& card) {
  if (card.by_operator)
    one.object(Error(catalogue::kCardBlocked).at("/gtin").with("reason", card.reason));
  else
    one.object(Error(catalogue::kCardState).at("/gtin").with("state", std::string(name_of(card.state))));
}

Result<std::optional<mail::Letter>> letter_of(Case& one, catalogue::Edition const& edition) {
  Post const* post = one.desk().users.post();
  if (post == nullptr) return std::optional<mail::Letter>();
  return catalogue::letter_about(one.desk().cards.book(), one.desk().connection(), edition, post->site);
}

std::string card_notice(catalogue::Card const& card) {
  return fmt::format(R"({{"gtin":"{}","state":"{}"}})", card.gtin.text(), name_of(card.state));
}

}  // namespace tamga::documents
