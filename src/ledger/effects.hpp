// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ledger/code_set.hpp"
#include "ledger/code_state.hpp"
#include "ledger/life_cycle.hpp"

namespace tamga::ledger {

/// One thing a document did: what happened, to which codes, and what they became.
struct Change {
  Event event;
  Patch patch;
  CodeSet codes;
  friend bool operator==(Change const&, Change const&) = default;
};

/// All that a document did to the ledger, in order. This is what makes it durable: blocks, histories and
/// stock can be rebuilt from the effects of all documents (docs/formats/ledger.md).
struct Effects {
  std::vector<Change> changes;

  void encode(std::string& out) const;
  static Result<Effects> decode(std::string_view bytes);
  friend bool operator==(Effects const&, Effects const&) = default;
};

}  // namespace tamga::ledger
