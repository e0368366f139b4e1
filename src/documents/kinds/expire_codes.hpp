// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Writes off the codes of an order that nobody used within the term of the product group: applied, or, where
/// codes count as applied from the order on, fetched. Sent by the system itself in the operator's name.
/// Features 3.1, row 6.
struct ExpireCodes {
  static constexpr Traits kTraits{.number = DocumentKind(24),
                                  .name = "expire_codes",
                                  .right = country::Right::BlockCodes,
                                  .from = From::Operator,
                                  .signing = Signing::Optional};

  struct Body {
    std::string order;
    static constexpr auto shape() {
      return shape::object("ExpireCodes", "Writes off the codes of an order that ran out unused",
                           shape::field("order", &Body::order, "Number of the order", shape::size(1, 20)));
    }
  };
  struct Parts {};
  struct Plan {
    ledger::DocumentNo order;
    ledger::ParticipantNo participant;
    ledger::CodeSet codes;
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<ExpireCodes>;

}  // namespace tamga::documents
