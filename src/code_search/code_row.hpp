// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "code_search/finder.hpp"

namespace tamga::code_search {

/// A code as lists show it.
struct CodeRow {
  std::string cis;
  gs1::Gtin gtin;  ///< none for transport units
  ledger::CodeState state;
  ledger::DocumentNo order;                   ///< 0: not known
  std::shared_ptr<documents::Lot const> lot;  ///< null: none
  std::string package;                        ///< CIS of the package it lies in; empty: none

  /// When it was ordered, as far as that is known.
  [[nodiscard]] std::optional<UnixMs> emitted_at() const;
};

/// Single codes of what was found, in order. Errors: SERIES_UNKNOWN, LEDGER_DAMAGED.
Result<std::vector<CodeRow>> rows_of(Sources const& sources, Finder const& finder,
                                     std::span<Found const> found);

}  // namespace tamga::code_search
