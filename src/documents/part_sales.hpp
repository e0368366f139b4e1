// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "ledger/code_no.hpp"
#include "sql/connection.hpp"

namespace tamga::documents {

/// How much of opened goods was sold: 12 000 of the 30 000 millilitres of a keg. The first part that is sold
/// says of what whole it is counted; later parts count the same.
struct PartSale {
  std::int64_t whole = 0;  ///< 0: nothing was sold in parts
  std::int64_t sold = 0;
  [[nodiscard]] std::int64_t left() const { return whole - sold; }
};

/// In the order of `codes`.
Result<std::vector<PartSale>> part_sales(sql::Connection& connection, std::span<ledger::CodeNo const> codes);

/// Opened goods as the documents of one transaction see them; a row for each such code. One thread. `put`
/// names codes that were loaded before. Two processes that sell of one keg: the later gets BLOCK_CHANGED from
/// `write`.
class PartSaleDesk {
 public:
  explicit PartSaleDesk(sql::Connection& connection) : connection_(&connection) {}
  Result<void> load(std::span<ledger::CodeNo const> codes);
  [[nodiscard]] PartSale at(ledger::CodeNo code) const;
  void put(ledger::CodeNo code, PartSale sale);
  Result<void> write();

 private:
  struct Known {
    PartSale now;
    PartSale before;
    bool changed = false;
  };
  sql::Connection* connection_;
  std::map<ledger::CodeNo, Known> known_;
};

}  // namespace tamga::documents
