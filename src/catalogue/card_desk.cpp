// SPDX-License-Identifier: Apache-2.0
#include "catalogue/card_desk.hpp"

#include "catalogue/card_book.hpp"
#include "catalogue/card_rows.hpp"

namespace tamga::catalogue {

Result<std::optional<Card>> CardDesk::find(gs1::Gtin gtin) const {
  auto const known = cards_.find(gtin);
  if (known != cards_.end()) return std::optional(known->second);
  return read_card(*connection_, gtin);
}

Result<std::optional<Edition>> CardDesk::edition(gs1::Gtin gtin, std::int32_t number) const {
  auto const known = editions_.find({gtin, number});
  if (known != editions_.end()) return std::optional(known->second);
  return read_edition(*connection_, gtin, number);
}

Result<std::optional<registry::Product>> CardDesk::product(gs1::Gtin gtin) const {
  auto const known = goods_.find(gtin);
  if (known != goods_.end()) return std::optional(known->second);
  return products_->find(gtin);
}

Result<std::vector<gs1::Gtin>> CardDesk::alike(ParticipantNo owner, crypto::Sha256 const& likeness) const {
  TAMGA_ASSIGN(found, cards_alike(*connection_, owner, likeness));
  std::erase_if(found, [&](gs1::Gtin gtin) { return cards_.contains(gtin); });
  for (auto const& [gtin, card] : cards_)
    if (card.owner == owner && card.likeness == likeness) found.push_back(gtin);
  return std::move(found);
}

void CardDesk::put(Step step) {
  for (Edition& one : step.editions) {
    std::pair const key{one.gtin, one.number};
    editions_.insert_or_assign(key, std::move(one));
  }
  if (step.product) goods_.insert_or_assign(step.card.gtin, *std::move(step.product));
  gs1::Gtin const gtin = step.card.gtin;
  cards_.insert_or_assign(gtin, std::move(step.card));
}

Result<void> CardDesk::write() {
  for (auto const& [gtin, card] : cards_) TAMGA_TRY(write_card(*connection_, card));
  for (auto const& [key, edition] : editions_) TAMGA_TRY(write_edition(*connection_, edition));
  for (auto const& [gtin, product] : goods_) TAMGA_TRY(registry::put_product(*connection_, product));
  return {};
}

void CardDesk::publish() {
  for (auto const& [gtin, product] : goods_) products_->show(product);
  for (auto const& [gtin, card] : cards_) book_->show(card);
  cards_.clear();
  editions_.clear();
  goods_.clear();
}

}  // namespace tamga::catalogue
