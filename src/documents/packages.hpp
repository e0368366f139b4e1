// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ledger/code_set.hpp"
#include "sql/connection.hpp"

namespace tamga::documents {

/// Levels of packages above goods: a pallet of boxes of group packs has three.
inline constexpr int kMaxPackageLevel = 5;

/// What was ever put into a package. Whether a code lies in it now is told by the parent of its run
/// (docs/adr/0001-packages-are-codes.md), so this is an upper bound.
struct PackageContent {
  int level = 0;  ///< 1 holds goods, 2 holds packages of level 1 ... ; 0: no package
  ledger::CodeSet codes;
};

/// Contents of packages, in the order of `packages`; what is no package has level 0.
Result<std::vector<PackageContent>> package_contents(sql::Connection& connection,
                                                     std::span<ledger::CodeNo const> packages);

/// The packages as the documents of one transaction see them. One thread. `put` names packages that were
/// asked for before. Two processes that change one package: the later gets BLOCK_CHANGED from `write`.
class PackageDesk {
 public:
  explicit PackageDesk(sql::Connection& connection) : connection_(&connection) {}
  Result<std::vector<PackageContent>> content(std::span<ledger::CodeNo const> packages);
  void put(ledger::CodeNo package, PackageContent content);
  Result<void> write();

 private:
  struct Known {
    PackageContent now;
    std::string before;   ///< content as stored, its bytes
    bool stored = false;  ///< there is a row
    bool changed = false;
  };
  Result<void> load(std::span<ledger::CodeNo const> packages);

  sql::Connection* connection_;
  std::map<ledger::CodeNo, Known> known_;
  std::vector<ledger::CodeNo> changed_;
};

}  // namespace tamga::documents
