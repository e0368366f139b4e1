// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Brings goods back that left circulation for a reason after which the country lets them return. Features
/// 3.1, row 20.
struct ReturnGoods {
  static constexpr Traits kTraits{
      .number = DocumentKind(15), .name = "return", .right = country::Right::Withdraw};

  struct Body {
    std::string reason;
    std::optional<std::string> document;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "ReturnGoods", "Brings goods back into circulation",
          shape::field("reason", &Body::reason, "Why, in words", shape::size(1, 500)),
          shape::field("document", &Body::document, "Primary document: kind, number and date",
                       shape::size(1, 200)),
          shape::field("codes", &Body::codes, "Codes or packages", shape::size(1, 1'000'000)));
    }
  };
  using Parts = Naming::Part;
  using Plan = Case::Tree;

  static Parts name(Body const& body, Naming& naming) { return naming.add("/codes", body.codes); }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<ReturnGoods>;

}  // namespace tamga::documents
