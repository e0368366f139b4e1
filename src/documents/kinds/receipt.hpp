// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "documents/parts.hpp"
#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// A sale to the end consumer, as the cash register reported it: the receipt itself proves the right. A
/// seller who is not the owner sells all the same; the owner is told. A pack stands for all it holds. Of some
/// goods a part may be sold: they leave circulation with the last one. Features 3.1, rows 17 and 19.
struct Receipt {
  static constexpr Traits kTraits{.number = DocumentKind(13),
                                  .name = "receipt",
                                  .right = country::Right::CashReceipts,
                                  .atomicity = Atomicity::PerCode,
                                  .signing = Signing::Optional};

  struct Body {
    std::string cash_register;
    std::string number;
    UnixMs at;
    std::optional<shape::CodeList> codes;
    SoldParts parts;
    static constexpr auto shape() {
      return shape::object(
          "Receipt", "A sale at a cash register",
          shape::field("register", &Body::cash_register, "Registration number of the cash register",
                       shape::size(1, 50)),
          shape::field("number", &Body::number, "Fiscal number of the receipt", shape::size(1, 50)),
          shape::field("at", &Body::at, "When it was printed"),
          shape::field("codes", &Body::codes, "What was sold whole", shape::size(1, 10'000)),
          shape::field("parts", &Body::parts, "What was sold in part", shape::size(1, 1'000)));
    }
  };
  using Parts = NamedGoods;
  struct Plan {
    Case::Tree tree;
    PlannedParts parts;
    std::vector<ledger::CodeNo> rests;                     ///< opened goods of which all the rest is sold
    ledger::CodeSet of_others;                             ///< the part that was not the seller's
    std::map<ledger::ParticipantNo, std::int64_t> owners;  ///< whose it was, how many codes
  };

  static Parts name(Body const& body, Naming& naming) { return name_goods(body.codes, body.parts, naming); }
  static std::string identity(Body const& body) {
    return fiscal_identity(kTraits.name, body.cash_register, body.number);
  }
  static Result<void> preflight(Body const& body);
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<Receipt>;

}  // namespace tamga::documents
