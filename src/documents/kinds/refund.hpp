// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// The buyer brought goods back to the shop, as its cash register reported: they are in circulation again,
/// the seller's. Only what a receipt retired. Features 3.1, row 20.
struct Refund {
  static constexpr Traits kTraits{.number = DocumentKind(14),
                                  .name = "refund",
                                  .atomicity = Atomicity::PerCode,
                                  .signing = Signing::Optional};

  struct Body {
    std::string cash_register;
    std::string number;
    std::optional<std::string> receipt;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "Refund", "A refund at a cash register",
          shape::field("register", &Body::cash_register, "Registration number of the cash register",
                       shape::size(1, 50)),
          shape::field("number", &Body::number, "Fiscal number of the refund", shape::size(1, 50)),
          shape::field("receipt", &Body::receipt, "Fiscal number of the receipt", shape::size(1, 50)),
          shape::field("codes", &Body::codes, "What was brought back", shape::size(1, 10'000)));
    }
  };
  using Parts = Naming::Part;
  using Plan = Case::Tree;

  static Parts name(Body const& body, Naming& naming) { return naming.add("/codes", body.codes); }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<Refund>;

}  // namespace tamga::documents
