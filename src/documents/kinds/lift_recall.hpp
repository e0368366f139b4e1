// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Ends a recall: by who declared it, or the operator.
struct LiftRecall {
  static constexpr Traits kTraits{.number = DocumentKind(20),
                                  .name = "lift_recall",
                                  .right = country::Right::Recall,
                                  .from = From::Either,
                                  .without_contracts = true};

  struct Body {
    std::string recall;
    static constexpr auto shape() {
      return shape::object("LiftRecall", "Ends a recall",
                           shape::field("recall", &Body::recall, "Number of the document that declared it",
                                        shape::size(1, 20)));
    }
  };
  struct Parts {};
  struct Plan {
    ledger::DocumentNo recall;
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<LiftRecall>;

}  // namespace tamga::documents
