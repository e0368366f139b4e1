// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/parts.hpp"
#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// The buyer brought goods back to the shop, as its cash register reported: they are in circulation again,
/// the seller's. Only what a receipt retired, or the parts that it sold. Features 3.1, row 20.
struct Refund {
  static constexpr Traits kTraits{.number = DocumentKind(14),
                                  .name = "refund",
                                  .right = country::Right::CashReceipts,
                                  .atomicity = Atomicity::PerCode,
                                  .signing = Signing::Optional};

  struct Body {
    std::string cash_register;
    std::string number;
    std::optional<std::string> receipt;
    std::optional<shape::CodeList> codes;
    SoldParts parts;
    static constexpr auto shape() {
      return shape::object(
          "Refund", "A refund at a cash register",
          shape::field("register", &Body::cash_register, "Registration number of the cash register",
                       shape::size(1, 50)),
          shape::field("number", &Body::number, "Fiscal number of the refund", shape::size(1, 50)),
          shape::field("receipt", &Body::receipt, "Fiscal number of the receipt", shape::size(1, 50)),
          shape::field("codes", &Body::codes, "What was brought back whole", shape::size(1, 10'000)),
          shape::field("parts", &Body::parts, "What was brought back in part", shape::size(1, 1'000)));
    }
  };
  using Parts = NamedGoods;
  struct Plan {
    Case::Tree tree;
    PlannedParts parts;
  };

  static Parts name(Body const& body, Naming& naming) { return name_goods(body.codes, body.parts, naming); }
  static std::string identity(Body const& body) {
    return fiscal_identity(kTraits.name, body.cash_register, body.number);
  }
  static Result<void> preflight(Body const& body);
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<Refund>;

}  // namespace tamga::documents
