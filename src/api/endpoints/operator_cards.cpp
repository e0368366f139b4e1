// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/operator_cards.hpp"

#include "api/once.hpp"
#include "catalogue/card_book.hpp"
#include "catalogue/card_rows.hpp"
#include "catalogue/card_steps.hpp"
#include "catalogue/errors.hpp"
#include "catalogue/letters.hpp"
#include "catalogue/moderation.hpp"
#include "documents/card_facts.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"
#include "sql/transaction.hpp"

namespace tamga::api {
namespace {

using catalogue::Edition;

/// Owners are told at once, and by letter of what was decided about an edition.
Result<void> tell(documents::Turn& turn, catalogue::CardDesk& desk, gs1::Gtin gtin, Edition const* decided) {
  TAMGA_ASSIGN(card, desk.find(gtin));
  std::vector<documents::Notice> notices;
  notices.push_back({card->owner, "card.changed", documents::card_notice(*card)});
  turn.tell(std::move(notices));
  documents::Post const* post = turn.desk().users.post();
  if (decided == nullptr || post == nullptr) return {};
  TAMGA_ASSIGN(letter, catalogue::letter_about(desk.book(), turn.connection(), *decided, post->site));
  if (letter) turn.desk().users.send(*std::move(letter));
  return {};
}

std::string_view action_of(CardDecision decision) {
  constexpr std::array<std::string_view, 5> kActions{"card.take", "card.publish", "card.return", "card.block",
                                                     "card.unblock"};
  return kActions[static_cast<std::size_t>(decision)];
}

bool passes(Edition const& one, ListCardQueue::Input const& input, Call const& call) {
  if (!call.caller().works_with_group(one.group)) return false;
  if (input.group && one.group != *input.group) return false;
  if (!input.mine) return true;
  return *input.mine ? one.taken_by == call.caller().user->number : one.taken_by == registry::UserNo();
}

}  // namespace

Result<void> decide_card(documents::Turn& turn, gs1::Gtin gtin, DecideCard::Body const& body,
                         catalogue::Decision const& moderator) {
  catalogue::CardDesk& desk = turn.desk().cards;
  switch (body.decision) {
    case CardDecision::Take:
      TAMGA_TRY(catalogue::take(desk, gtin, moderator));
      return {};
    case CardDecision::Publish: {
      TAMGA_ASSIGN(done, catalogue::publish(desk, gtin, moderator));
      return tell(turn, desk, gtin, &done);
    }
    case CardDecision::Return: {
      auto remarks = body.remarks.value_or(std::vector<catalogue::Remark>());
      TAMGA_ASSIGN(done, catalogue::give_back(desk, gtin, std::move(remarks), moderator));
      return tell(turn, desk, gtin, &done);
    }
    case CardDecision::Block:
      if (!body.reason) return fail(Error(catalogue::kRemarksMissing).at("/reason"));
      TAMGA_TRY(catalogue::block_by_operator(desk, gtin, *body.reason, turn.now()));
      return tell(turn, desk, gtin, nullptr);
    case CardDecision::Unblock:
      TAMGA_TRY(catalogue::unblock_by_operator(desk, gtin, turn.now()));
      return tell(turn, desk, gtin, nullptr);
  }
  return {};
}

Result<ListCardQueue::Output> ListCardQueue::handle(Input const& input, Call& call) {
  Services const& services = call.services();
  TAMGA_ASSIGN(reader, services.store.reader());
  auto const transaction = sql::Transaction::begin(*reader);
  if (!transaction) return fail(transaction.error());
  ledger::DocumentNo after = input.after ? input.after->number : ledger::DocumentNo();
  Output out;
  for (;;) {
    TAMGA_ASSIGN(page,
                 catalogue::editions_in(*reader, catalogue::EditionState::Moderation, after, input.limit));
    for (Edition const& one : page) {
      after = one.document;
      if (!passes(one, input, call)) continue;
      TAMGA_ASSIGN(owner, services.participants.find(one.owner));
      auto const& days = services.cards->rules().business_days();
      out.cards.push_back(
          {.gtin = {one.gtin},
           .edition = one.number,
           .document = {one.document},
           .group = one.group,
           .name = catalogue::names_of(services.cards->rules(), one.body).in(call.language()),
           .company = owner ? owner->name : "",
           .tax_id = owner ? owner->tax_id : "",
           .published_before = one.number > 1,
           .submitted_at = one.submitted_at,
           .due = one.due,
           .days_left = one.due ? std::optional(days.between(call.today(), *one.due)) : std::nullopt,
           .moderator = one.moderator.empty() ? std::nullopt : std::optional(one.moderator)});
      if (static_cast<int>(out.cards.size()) < input.limit) continue;
      out.next = DocumentNumber{after};
      return out;
    }
    if (static_cast<int>(page.size()) < input.limit) return out;
  }
}

Result<DecideCard::Output> DecideCard::handle(Input const& input, Body const& body,
                                              Confirmation const& confirmation, Call& call) {
  catalogue::Decision const moderator{call.caller().user->number, call.caller().session.person, call.now()};
  gs1::Gtin const gtin = input.gtin.gtin;
  if (body.gtin.gtin != gtin)
    return fail(Error(catalogue::kCardUnknown).at("/gtin").with("gtin", body.gtin.gtin.text()));
  auto const done = once(call,
                         {.action = action_of(body.decision),
                          .object = gtin.text(),
                          .confirmation = &confirmation,
                          .signed_body = SignedBody::Nothing},
                         [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                           TAMGA_ASSIGN(card, turn.desk().cards.find(gtin));
                           if (card && !call.caller().works_with_group(card->group))
                             return fail(Error(catalogue::kCardUnknown).with("gtin", gtin.text()));
                           TAMGA_TRY(decide_card(turn, gtin, body, moderator));
                           return gtin.text();
                         });
  if (!done) return fail(done.error());
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(card, seen_card(*reader, call, gtin));
  TAMGA_ASSIGN(shown, shown_card(*reader, call, card));
  return std::move(shown.view);
}

template struct RowOf<ListCardQueue>;
template struct RowOf<DecideCard>;

}  // namespace tamga::api
