// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "documents/work.hpp"
#include "emission/order.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Closes an order: codes that were never fetched are written off, what was set aside for them is free again,
/// and what was charged is given back where the country says so. Codes that were fetched live on.
/// Features 3.3.
struct CloseOrder {
  static constexpr Traits kTraits{.number = DocumentKind(35),
                                  .name = "close_order",
                                  .right = country::Right::OrderCodes,
                                  .by_provider = true};

  struct Body {
    std::optional<std::string> principal;
    std::string order;
    static constexpr auto shape() {
      return shape::object(
          "CloseOrder", "Closes an order with the codes that were not fetched",
          shape::field("principal", &Body::principal,
                       "Tax number of whom a service provider does it for; left out: the sender",
                       shape::size(1, 20)),
          shape::field("order", &Body::order, "Number of the order", shape::size(1, 20)));
    }
  };
  struct Parts {};
  struct Plan {
    emission::Order order;
    std::vector<ledger::CodeSet> unfetched;  ///< of each line
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<CloseOrder>;

}  // namespace tamga::documents
