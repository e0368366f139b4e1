// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Annuls codes for ever, before or after they were applied: spoiled, lost, destroyed, wrongly described.
/// What lies in an annulled pack is loose. Features 3.1, rows 5 and 7.
struct WriteOff {
  static constexpr Traits kTraits{.number = DocumentKind(10),
                                  .name = "write_off",
                                  .right = country::Right::Withdraw,
                                  .atomicity = Atomicity::PerCode};

  struct Body {
    std::string reason;
    std::optional<std::string> text;
    std::string act;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "WriteOff", "Annuls codes for ever",
          shape::field("reason", &Body::reason, "Code in the dictionary of write-off reasons",
                       shape::size(1, 50)),
          shape::field("text", &Body::text, "The reason in words, where it needs them", shape::size(1, 500)),
          shape::field("act", &Body::act, "Number and date of the act", shape::size(1, 200)),
          shape::field("codes", &Body::codes, "Codes", shape::size(1, 1'000'000)));
    }
  };
  using Parts = Naming::Part;
  struct Plan {
    std::uint8_t reason = 0;
    ledger::CodeSet codes;
    ledger::CodeSet freed;  ///< content of annulled packs
  };

  static Parts name(Body const& body, Naming& naming) { return naming.add("/codes", body.codes); }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<WriteOff>;

}  // namespace tamga::documents
