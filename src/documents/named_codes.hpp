// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "documents/naming.hpp"
#include "documents/refusal.hpp"
#include "ledger/code_set.hpp"

namespace tamga::documents {

/// What the texts of a document turned out to be: the number of each item's code, or why it has none.
struct Resolution {
  std::vector<ledger::CodeNo> codes;  ///< one per item; 0 where refused
  std::vector<Refusal> refusals;      ///< ascending by item
};

/// The codes of some parts of a document, in both orders: as numbers, for the ledger, and as items, for the
/// sender. A list in printing order costs one pass.
class NamedCodes {
 public:
  /// Items without a code are left out. An item that repeats an earlier one is appended to `repeated`.
  NamedCodes(Resolution const& resolution, std::span<Naming::Part const> parts,
             std::vector<std::size_t>& repeated);

  [[nodiscard]] ledger::CodeSet const& set() const { return set_; }
  /// Calls `visit(item)` for each item whose code lies in the range.
  template <class Visit>
  void for_each_item(ledger::CodeRange range, Visit&& visit) const {
    for (auto it = first_at(range.first); it != entries_.end() && it->code < range.end(); ++it)
      visit(it->item);
  }

 private:
  struct Entry {
    ledger::CodeNo code;
    std::size_t item;
  };
  [[nodiscard]] std::vector<Entry>::const_iterator first_at(ledger::CodeNo code) const;

  std::vector<Entry> entries_;  // ascending by code
  ledger::CodeSet set_;
};

}  // namespace tamga::documents
