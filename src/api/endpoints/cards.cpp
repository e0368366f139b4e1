// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/cards.hpp"

#include <algorithm>

#include "catalogue/card_rows.hpp"
#include "catalogue/card_steps.hpp"
#include "catalogue/words.hpp"
#include "sql/store.hpp"
#include "sql/transaction.hpp"

namespace tamga::api {
namespace {

/// Digits as somebody types them of a GTIN, with or without the zeros it begins with.
bool is_of_gtin(std::string_view word, std::string_view gtin) {
  constexpr std::size_t kFewest = 4;
  if (word.size() < kFewest || word.find_first_not_of("0123456789") != std::string_view::npos) return false;
  return gtin.find(word) != std::string_view::npos;
}

/// Whether every word begins a word of the card, or is a part of its GTIN.
bool has_words(catalogue::Rules const& rules, catalogue::Card const& card, catalogue::CardBody const& body,
               std::vector<std::string> const& wanted) {
  if (wanted.empty()) return true;
  auto const there = catalogue::search_words(catalogue::text_of(rules, body));
  return std::all_of(wanted.begin(), wanted.end(), [&](std::string const& word) {
    return is_of_gtin(word, card.gtin.text()) ||
           std::any_of(there.begin(), there.end(),
                       [&](std::string const& one) { return one.starts_with(word); });
  });
}

bool passes(CardView const& view, ListCards::Input const& filter) {
  if (!filter.state || view.state == *filter.state) return true;
  return view.pending && view.pending->state == *filter.state;
}

}  // namespace

Result<ListCards::Output> filtered_cards(sql::Connection& connection, Call const& call,
                                         ListCards::Input const& filter,
                                         std::function<void(ShownCard const&)> const& visit) {
  catalogue::Rules const& rules = call.services().cards->rules();
  auto const words = filter.text ? catalogue::search_words(*filter.text) : std::vector<std::string>();
  gs1::Gtin after = filter.after ? filter.after->gtin : gs1::Gtin();
  ListCards::Output out;
  for (;;) {
    TAMGA_ASSIGN(page, catalogue::cards_of(connection, call.caller().number(), after, filter.limit));
    for (catalogue::Card const& card : page) {
      after = card.gtin;
      if (!call.caller().works_with_group(card.group) || (filter.group && card.group != *filter.group))
        continue;
      TAMGA_ASSIGN(shown, shown_card(connection, call, card));
      if (!passes(shown.view, filter) || !has_words(rules, card, shown.shown.body, words)) continue;
      if (visit) visit(shown);
      out.cards.push_back(std::move(shown.view));
      if (static_cast<int>(out.cards.size()) < filter.limit) continue;
      out.next = GtinText{after};
      return out;
    }
    if (static_cast<int>(page.size()) < filter.limit) return out;
  }
}

Result<ListCards::Output> ListCards::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  auto const transaction = sql::Transaction::begin(*reader);
  if (!transaction) return fail(transaction.error());
  return filtered_cards(*reader, call, input);
}

Result<GetCard::Output> GetCard::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  auto const transaction = sql::Transaction::begin(*reader);
  if (!transaction) return fail(transaction.error());
  TAMGA_ASSIGN(card, seen_card(*reader, call, input.gtin.gtin));
  TAMGA_ASSIGN(shown, shown_card(*reader, call, card));
  Output out{std::move(shown.view), std::move(shown.shown.body), {}};
  if (out.card.pending && card.edition != 0) {
    TAMGA_ASSIGN(last, catalogue::read_edition(*reader, card.gtin, card.editions));
    if (last) out.pending = std::move(last->body);
  }
  return out;
}

Result<ListCardEditions::Output> ListCardEditions::handle(Input const& input, Call& call) {
  constexpr int kMost = 100;
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_TRY(seen_card(*reader, call, input.gtin.gtin));
  TAMGA_ASSIGN(editions, catalogue::read_editions(*reader, input.gtin.gtin, kMost));
  Output out;
  for (catalogue::Edition& one : editions) {
    bool const given = one.document == ledger::DocumentNo();
    out.editions.push_back({.edition = one.number,
                            .version = one.version,
                            .state = std::string(name_of(one.state)),
                            .document = given ? std::nullopt : std::optional(DocumentNumber{one.document}),
                            .submitted_at = one.submitted_at,
                            .decided_at = one.decided_at,
                            .remarks = std::move(one.remarks),
                            .content = std::move(one.body)});
  }
  return out;
}

template struct RowOf<ListCards>;
template struct RowOf<GetCard>;
template struct RowOf<ListCardEditions>;

}  // namespace tamga::api
