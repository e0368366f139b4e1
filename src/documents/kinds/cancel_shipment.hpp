// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// The sender takes a shipment back that nobody answered yet. Features 3.1, row 16.
struct CancelShipment {
  static constexpr Traits kTraits{
      .number = DocumentKind(12), .name = "cancel_shipment", .right = country::Right::Ship};

  struct Body {
    std::string shipment;
    static constexpr auto shape() {
      return shape::object("CancelShipment", "Takes a shipment back",
                           shape::field("shipment", &Body::shipment, "Number of the document that shipped",
                                        shape::size(1, 20)));
    }
  };
  struct Parts {};
  struct Plan {
    Shipment shipment;
    ledger::CodeSet codes;
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<CancelShipment>;

}  // namespace tamga::documents
