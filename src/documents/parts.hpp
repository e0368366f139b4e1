// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "documents/case.hpp"
#include "documents/code_text.hpp"
#include "documents/part_sales.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// A part of marked goods at a cash register: 500 of the 30 000 millilitres of a keg, 3 of the 20 sticks of a
/// pack. As the fiscal receipt says it (fractional quantity of marked goods).
struct SoldPart {
  CodeText code;
  std::int64_t part = 0;
  std::int64_t of = 0;
  static constexpr auto shape() {
    return shape::object(
        "SoldPart", "A part of marked goods", shape::field("code", &SoldPart::code, "The code on the goods"),
        shape::field("part", &SoldPart::part, "How much, in the unit of `of`",
                     shape::range(1, 1'000'000'000)),
        shape::field("of", &SoldPart::of, "How much the whole is; the first part sold decides",
                     shape::range(1, 1'000'000'000)));
  }
};
using SoldParts = std::optional<std::vector<SoldPart>>;

/// Items of a receipt or refund: goods as a whole, and one item for each part.
struct NamedGoods {
  Naming::Part whole;
  std::vector<Naming::Part> parts;
  [[nodiscard]] std::vector<Naming::Part> all() const;
};
NamedGoods name_goods(std::optional<shape::CodeList> const& codes, SoldParts const& parts, Naming& naming);

/// What the parts leave of each code: `done` codes had their last part sold, or their last one brought back.
struct PlannedParts {
  std::map<ledger::CodeNo, PartSale> after;
  ledger::CodeSet going_on;
  ledger::CodeSet done;
  void drop(ledger::CodeSet const& codes);
};

/// Judges parts that are sold: the group allows it, they are counted of one whole, so much is left. Refuses
/// the rest. Features 3.1, row 19.
Result<PlannedParts> judge_sold_parts(Case& one, SoldParts const& parts, NamedGoods const& named);
/// Judges parts that are brought back: not more than was sold.
Result<PlannedParts> judge_returned_parts(Case& one, SoldParts const& parts, NamedGoods const& named);

/// Leaves in the desk how much is sold now.
void keep_parts(Case& one, PlannedParts const& plan);

}  // namespace tamga::documents
