// SPDX-License-Identifier: Apache-2.0
#include "catalogue/moderation.hpp"

#include "catalogue/card_book.hpp"
#include "catalogue/errors.hpp"

namespace tamga::catalogue {
namespace {

Error unknown(gs1::Gtin gtin) { return Error(kCardUnknown).with("gtin", gtin.text()); }
Error wrong_state(std::string_view state) { return Error(kCardState).with("state", std::string(state)); }

struct Waiting {
  Card card;
  Edition edition;
};

/// The edition that waits, in nobody's hands but the moderator's.
Result<Waiting> waiting(CardDesk const& desk, gs1::Gtin gtin, Decision const& moderator, bool over) {
  TAMGA_ASSIGN(card, desk.find(gtin));
  if (!card) return fail(unknown(gtin));
  TAMGA_ASSIGN(edition, desk.edition(gtin, card->editions));
  if (!edition || edition->state != EditionState::Moderation) return fail(wrong_state(name_of(card->state)));
  bool const of_other = edition->taken_by != registry::UserNo() && edition->taken_by != moderator.user;
  if (of_other && !over) return fail(Error(kCardTaken).with("person", edition->moderator));
  return Waiting{*std::move(card), *std::move(edition)};
}

struct Shown {
  Card card;
  registry::Product product;
};

Result<Shown> shown(CardDesk const& desk, gs1::Gtin gtin) {
  TAMGA_ASSIGN(card, desk.find(gtin));
  if (!card) return fail(unknown(gtin));
  TAMGA_ASSIGN(product, desk.product(gtin));
  if (card->edition == 0 || !product) return fail(wrong_state(name_of(card->state)));
  return Shown{*std::move(card), *std::move(product)};
}

}  // namespace

Result<Edition> take(CardDesk& desk, gs1::Gtin gtin, Decision const& moderator) {
  TAMGA_ASSIGN(found, waiting(desk, gtin, moderator, true));
  found.edition.taken_by = moderator.user;
  found.edition.moderator = moderator.person;
  Edition taken = found.edition;
  desk.put({.card = std::move(found.card), .editions = {std::move(found.edition)}});
  return taken;
}

Result<Edition> publish(CardDesk& desk, gs1::Gtin gtin, Decision const& moderator) {
  TAMGA_ASSIGN(found, waiting(desk, gtin, moderator, false));
  std::optional<Edition> before;
  if (found.card.edition != 0) {
    TAMGA_ASSIGN(published, desk.edition(gtin, found.card.edition));
    before = std::move(published);
  }
  Step step = publish(desk.book().rules(), std::move(found.card), std::move(found.edition), std::move(before),
                      moderator);
  Edition done = step.editions.back();
  desk.put(std::move(step));
  return done;
}

Result<Edition> give_back(CardDesk& desk, gs1::Gtin gtin, std::vector<Remark> remarks,
                          Decision const& moderator) {
  if (remarks.empty()) return fail(Error(kRemarksMissing).at("/remarks"));
  TAMGA_ASSIGN(found, waiting(desk, gtin, moderator, false));
  Step step = give_back(std::move(found.card), std::move(found.edition), std::move(remarks), moderator);
  Edition done = step.editions.back();
  desk.put(std::move(step));
  return done;
}

Result<Card> block_by_operator(CardDesk& desk, gs1::Gtin gtin, std::string reason, UnixMs now) {
  TAMGA_ASSIGN(found, shown(desk, gtin));
  bool const possible = found.card.state == CardState::Published ||
                        (found.card.state == CardState::Blocked && !found.card.by_operator);
  if (!possible) return fail(wrong_state(name_of(found.card.state)));
  Step step = block(std::move(found.card), std::move(found.product), std::move(reason), true, now);
  Card done = step.card;
  desk.put(std::move(step));
  return done;
}

Result<Card> unblock_by_operator(CardDesk& desk, gs1::Gtin gtin, UnixMs now) {
  TAMGA_ASSIGN(found, shown(desk, gtin));
  if (found.card.state != CardState::Blocked || !found.card.by_operator)
    return fail(wrong_state(name_of(found.card.state)));
  Step step = unblock(std::move(found.card), std::move(found.product), now);
  Card done = step.card;
  desk.put(std::move(step));
  return done;
}

}  // namespace tamga::catalogue
