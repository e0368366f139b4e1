// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/document.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Annuls codes for ever, before or after they were applied: spoiled, lost, destroyed, wrongly described.
/// Features 3.1, rows 5 and 7. The reason is a number of the country's dictionary.
struct WriteOff {
  static constexpr DocumentKind kKind{10};
  static constexpr std::string_view kName = "write_off";
  static constexpr auto kAtomicity = Atomicity::PerCode;
  static constexpr auto kTails = Tails::Optional;

  struct Body {
    int reason;
    std::string act;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "WriteOff", "Annuls codes for ever",
          shape::field("reason", &Body::reason, "Number in the dictionary of reasons", shape::range(1, 255)),
          shape::field("act", &Body::act, "Number and date of the act", shape::size(1, 200)),
          shape::field("codes", &Body::codes, "Codes or packages", shape::size(1, 1'000'000)));
    }
  };
  using Parts = Naming::Part;
  struct Plan {
    ledger::CodeSet codes;
  };

  static Parts name(Body const& body, Naming& naming) { return naming.add("/codes", body.codes); }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};
static_assert(Document<WriteOff>);

}  // namespace tamga::documents
