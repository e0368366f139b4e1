// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "documents/case.hpp"

namespace tamga::documents {

/// How high a package is stacked: levels of packages of any kind, and of transport units alone. A pallet of
/// boxes of group packs has three and two. Nothing in it: 0.
struct Stack {
  int level = 0;
  int transport = 0;
};

/// What may be put into what, for the documents that pack: depth, capacity, no package in itself. Borrows the
/// case; one document.
class Packing {
 public:
  explicit Packing(Case& one) : one_(&one) {}

  /// Brings the contents of the packages among `codes`.
  Result<void> load(ledger::CodeSet const& codes);
  /// The stack of a code that exists, or that this document has formed; {0, 0} when it is no package.
  Result<Stack> stack(ledger::CodeNo code);
  void formed(ledger::CodeNo package, Stack stack) { stacks_[package] = stack; }

  /// The stack of `package` with `inside` in it.
  Result<Stack> above(ledger::CodeNo package, ledger::CodeSet const& inside);
  /// Why a package with this stack cannot hold so many pieces; null: it can.
  ErrorKind const* limit(ledger::CodeNo package, Stack stack, std::int64_t pieces) const;
  /// A group pack, set or bundle holds no transport units.
  [[nodiscard]] bool upside_down(ledger::CodeNo package, ledger::CodeSet const& inside) const;

 private:
  [[nodiscard]] std::optional<country::PackageLevel> level_of(ledger::CodeNo package, Stack stack) const;
  [[nodiscard]] std::vector<ledger::CodeNo> packages_among(ledger::CodeSet const& codes) const;

  Case* one_;
  std::map<ledger::CodeNo, Stack> stacks_;
};

}  // namespace tamga::documents
