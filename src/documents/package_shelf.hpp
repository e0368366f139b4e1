// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "base/result.hpp"
#include "ledger/code_set.hpp"

namespace tamga::documents {

/// What was ever put into a package. Whether a code lies in it now is told by the parent of its run
/// (docs/adr/0001-packages-are-codes.md), so this is an upper bound.
struct PackageContent {
  int level = 0;  ///< 1 holds goods, 2 holds packages of level 1 ... ; 0: no package
  ledger::CodeSet codes;
};

/// The packages of the ledger, with those that the documents of the current batch have put there. One thread.
class PackageShelf {
 public:
  virtual ~PackageShelf() = default;
  /// False spares the look-up for series of plain units.
  [[nodiscard]] virtual bool may_be_package(ledger::SeriesNo series) const = 0;
  /// In the order of `packages`; what is no package has level 0.
  virtual Result<std::vector<PackageContent>> content(std::span<ledger::CodeNo const> packages) = 0;
  virtual void put(ledger::CodeNo package, PackageContent content) = 0;
};

/// Packages nest at most this deep.
inline constexpr int kMaxPackageLevel = 5;

}  // namespace tamga::documents
