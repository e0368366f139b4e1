// SPDX-License-Identifier: Apache-2.0
#include "catalogue/card_book.hpp"

#include <algorithm>

#include "catalogue/card_rows.hpp"

namespace tamga::catalogue {
namespace {

/// Transactions end later than the moment they carry: so far back it is looked again.
constexpr std::int64_t kOverlapMs = 30'000;

}  // namespace

Result<std::unique_ptr<CardBook>> CardBook::open(std::filesystem::path const& folder,
                                                 country::Country const& country, sql::Store& store,
                                                 registry::Catalogue& products) {
  TAMGA_ASSIGN(rules, Rules::load(folder, country));
  std::unique_ptr<CardBook> book(new CardBook(std::move(rules), country, products));
  TAMGA_TRY(book->refresh(store));
  return book;
}

void CardBook::show(Card const& card) {
  if (card.state == CardState::Published)
    index_.put({card.gtin, card.owner, card.group, card.customs_class, card.words});
  else
    index_.drop(card.gtin);
}

Result<void> CardBook::refresh(sql::Store& store) {
  std::lock_guard const lock(refreshing_);
  TAMGA_ASSIGN(reader, store.reader());
  UnixMs newest = newest_;
  TAMGA_TRY(each_changed(*reader, UnixMs(std::max<std::int64_t>(0, newest_.value() - kOverlapMs)),
                         [&](Card const& card) {
                           newest = std::max(newest, card.changed_at);
                           show(card);
                         }));
  newest_ = newest;
  return {};
}

}  // namespace tamga::catalogue
