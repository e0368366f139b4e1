// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/document.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Takes goods out of circulation for another reason than a sale at a cash register: own use, export,
/// destruction, donation ... Features 3.1, row 18. A package stands for all it holds and keeps it, so that a
/// return brings all back.
struct Withdraw {
  static constexpr DocumentKind kKind{11};
  static constexpr std::string_view kName = "withdraw";
  static constexpr auto kAtomicity = Atomicity::AllOrNothing;
  static constexpr auto kTails = Tails::Optional;

  struct Body {
    int reason;
    std::string primary_document;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "Withdraw", "Takes goods out of circulation",
          shape::field("reason", &Body::reason, "Number in the dictionary of reasons", shape::range(1, 255)),
          shape::field("primary_document", &Body::primary_document, "Kind, number and date",
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
static_assert(Document<Withdraw>);

}  // namespace tamga::documents
