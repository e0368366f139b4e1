// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "documents/work.hpp"
#include "emission/order.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Takes back an order that has no codes yet. Nothing was charged or set aside for it. Features 3.3.
struct CancelOrder {
  static constexpr Traits kTraits{.number = DocumentKind(34),
                                  .name = "cancel_order",
                                  .right = country::Right::OrderCodes,
                                  .by_provider = true};

  struct Body {
    std::optional<std::string> principal;
    std::string order;
    static constexpr auto shape() {
      return shape::object(
          "CancelOrder", "Takes back an order that waits",
          shape::field("principal", &Body::principal,
                       "Tax number of whom a service provider does it for; left out: the sender",
                       shape::size(1, 20)),
          shape::field("order", &Body::order, "Number of the order", shape::size(1, 20)));
    }
  };
  struct Parts {};
  struct Plan {
    emission::Order order;
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<CancelOrder>;

}  // namespace tamga::documents
