// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Takes packages apart: their direct content is loose again, inner packages stay whole. A transport unit
/// ends by it, a group pack or set stays a code. Features 3.1, row 13.
struct Disaggregate {
  static constexpr Traits kTraits{
      .number = DocumentKind(6), .name = "disaggregate", .right = country::Right::Aggregate};

  struct Body {
    shape::CodeList packages;
    static constexpr auto shape() {
      return shape::object("Disaggregate", "Takes packages apart",
                           shape::field("packages", &Body::packages, "Packages", shape::size(1, 100'000)));
    }
  };
  using Parts = Naming::Part;
  struct Plan {
    ledger::CodeSet transport;  ///< packages that end
    ledger::CodeSet packs;      ///< packages that stay
    ledger::CodeSet content;
  };

  static Parts name(Body const& body, Naming& naming) { return naming.add("/packages", body.packages); }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<Disaggregate>;

}  // namespace tamga::documents
