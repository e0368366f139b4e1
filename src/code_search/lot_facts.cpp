// SPDX-License-Identifier: Apache-2.0
#include "code_search/lot_facts.hpp"

#include <vector>

#include "base/number_source.hpp"

namespace tamga::code_search {
namespace {

bool within(std::optional<Date> day, std::optional<Date> from, std::optional<Date> to) {
  if (!from && !to) return true;
  return day && (!from || *from <= *day) && (!to || *day <= *to);
}

/// The number of an order says when it was made.
bool emitted_within(ledger::DocumentNo order, Filter const& filter) {
  if (!filter.emitted_from && !filter.emitted_before) return true;
  if (order.value() == 0) return false;
  UnixMs const at = NumberSource::moment_of(order.value());
  return (!filter.emitted_from || *filter.emitted_from <= at) &&
         (!filter.emitted_before || at < *filter.emitted_before);
}

/// The document that made the first of the lots that follow from each other.
Result<ledger::DocumentNo> origin_of(documents::LotBook& book, documents::Lot const& lot) {
  constexpr int kMost = 64;
  ledger::DocumentNo document = lot.document;
  ledger::LotNo base = lot.base;
  for (int i = 0; i < kMost && base.value() != 0; ++i) {
    TAMGA_ASSIGN(found, book.find({&base, 1}));
    if (!found.front()) break;
    document = found.front()->document;
    base = found.front()->base;
  }
  return document;
}

}  // namespace

Result<void> LotMemory::load(std::span<ledger::LotNo const> numbers) {
  std::vector<ledger::LotNo> missing;
  for (ledger::LotNo const number : numbers)
    if (facts_.emplace(number.value(), LotFacts()).second) missing.push_back(number);
  if (missing.empty()) return {};
  TAMGA_ASSIGN(lots, book_->find(missing));
  for (std::size_t i = 0; i < missing.size(); ++i) {
    LotFacts facts{.lot = lots[i], .order = {}, .matches = false};
    if (facts.lot) {
      TAMGA_ASSIGN(order, origin_of(*book_, *facts.lot));
      facts.order = order;
    }
    facts.matches = matches(facts);
    facts_[missing[i].value()] = std::move(facts);
  }
  return {};
}

bool LotMemory::matches(LotFacts const& facts) const {
  if (!filter_->asks_of_lots()) return true;
  if (!facts.lot) return false;
  if (orders_ && !orders_->contains(facts.order)) return false;
  return (!filter_->order || facts.order == *filter_->order) && emitted_within(facts.order, *filter_) &&
         (!filter_->batch || facts.lot->batch == *filter_->batch) &&
         within(facts.lot->produced_on, filter_->produced_from, filter_->produced_to) &&
         within(facts.lot->expires_on, filter_->expires_from, filter_->expires_to);
}

}  // namespace tamga::code_search
