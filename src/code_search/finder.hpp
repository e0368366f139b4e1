// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "code_search/filter.hpp"
#include "code_search/lot_facts.hpp"

namespace tamga::code_search {

/// Neighbouring codes of equal state that were asked for.
struct Found {
  ledger::CodeRange codes;
  ledger::CodeState state;
};

/// Walks a holder's codes in order of number. Looks at runs and lots, never at single codes, and only into
/// series of which the holder has codes; leaves a series when it has met as many as the balance says, if the
/// balance is what it was when the walk began. One thread.
class Finder {
 public:
  /// Errors: those of the ledger and the store, SERIES_UNKNOWN.
  static Result<std::unique_ptr<Finder>> make(Sources const& sources, Filter filter);

  /// Goes on behind this code.
  void start_after(ledger::CodeNo code);
  /// Appends what is found next: at most `codes`, and after about `runs` runs of the holder it stops, found
  /// or not. False when there is nothing more.
  Result<bool> next(std::vector<Found>& out, std::int64_t codes, std::int64_t runs);
  /// The last code of the holder that was looked at; a search goes on behind it. Nothing before the first.
  [[nodiscard]] std::optional<ledger::CodeNo> last() const { return last_; }
  [[nodiscard]] LotFacts const& lot(ledger::LotNo number) const { return lots_.of(number); }

 private:
  Finder(Sources const& sources, Filter filter);
  Result<void> plan();
  Result<void> plan_place(std::string const& place);
  Result<void> plan_order(ledger::DocumentNo order);
  Result<void> plan_stock();
  Result<std::int64_t> balance_of(ledger::SeriesNo series) const;
  Result<void> look_further();
  [[nodiscard]] bool done() const { return at_ >= plan_.size(); }

  /// A part of the plan: of the holder's `balance` codes of the wanted status `left` are still to be met, where
  /// that is known.
  struct Part {
    ledger::CodeRange codes;
    std::optional<std::int64_t> left;
    std::int64_t balance = 0;
    bool sparse = false;  ///< of transport units: only where packages are is anything
  };
  Result<std::vector<ledger::BlockNo>> blocks_ahead(Part const& part) const;
  Result<bool> all_met(Part& part) const;

  Sources sources_;
  Filter filter_;
  LotMemory lots_;
  std::vector<Part> plan_;
  std::size_t at_ = 0;
  std::deque<Found> waiting_;
  std::int64_t runs_ = 0;
  std::optional<ledger::CodeNo> last_;
  std::optional<ledger::CodeNo> looked_;
};

/// How many codes there are of each status.
struct Counts {
  std::array<std::int64_t, ledger::kStatusCount> of_status{};
  bool complete = true;  ///< false: so many were met before the search became too long
};
/// From the balances where they know; otherwise by a walk over at most `runs` runs.
Result<Counts> count_codes(Sources const& sources, Filter const& filter, std::int64_t runs);

}  // namespace tamga::code_search
