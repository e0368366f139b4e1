// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <memory>
#include <set>
#include <span>

#include "base/result.hpp"
#include "code_search/filter.hpp"

namespace tamga::code_search {

/// What is known of the codes of a lot.
struct LotFacts {
  std::shared_ptr<documents::Lot const> lot;  ///< null: nothing
  ledger::DocumentNo order;                   ///< that made the first lot of these codes; 0: not known
  bool matches = false;
};

/// The lots a search has met: each is judged once, however many codes share it.
class LotMemory {
 public:
  LotMemory(documents::LotBook& book, Filter const& filter) : book_(&book), filter_(&filter) {}

  /// Of which orders codes are meant; without it: of any.
  void only_of(std::set<ledger::DocumentNo> orders) { orders_ = std::move(orders); }
  /// Makes lots known. Errors: LEDGER_DAMAGED.
  Result<void> load(std::span<ledger::LotNo const> numbers);
  /// Of a loaded lot.
  [[nodiscard]] LotFacts const& of(ledger::LotNo number) const { return facts_.at(number.value()); }

 private:
  [[nodiscard]] bool matches(LotFacts const& facts) const;

  documents::LotBook* book_;
  Filter const* filter_;
  std::optional<std::set<ledger::DocumentNo>> orders_;
  boost::unordered_flat_map<std::int64_t, LotFacts> facts_;
};

}  // namespace tamga::code_search
