// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/kinds/order_codes.hpp"
#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Makes the codes of an order that waited: for payment, or for its turn. Judged anew by the rules of the
/// day; the fees stay those of the order. What stands against it now declines the order, and its participant
/// is told why. Sent by the system itself in the operator's name. Features 3.3.
struct FillOrder {
  static constexpr Traits kTraits{.number = DocumentKind(33),
                                  .name = "fill_order",
                                  .right = country::Right::BlockCodes,
                                  .from = From::Operator,
                                  .signing = Signing::Optional};

  struct Body {
    std::string order;
    static constexpr auto shape() {
      return shape::object("FillOrder", "Makes the codes of an order that waited",
                           shape::field("order", &Body::order, "Number of the order", shape::size(1, 20)));
    }
  };
  struct Parts {};
  struct Plan {
    emission::Order order;
    OrderCodes::Plan codes;
    std::vector<Error> declined;  ///< what stands against it; then there are no codes
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<FillOrder>;

}  // namespace tamga::documents
