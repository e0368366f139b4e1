// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "documents/code_text.hpp"
#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Puts new codes on goods whose codes cannot be read any more: the old one is retired, the new one takes its
/// lot and is in circulation. Features 3.1, row 22.
struct Remark {
  static constexpr Traits kTraits{
      .number = DocumentKind(17), .name = "remark", .right = country::Right::ReportApplication};

  struct Pair {
    CodeText old_code;
    CodeText new_code;
    static constexpr auto shape() {
      return shape::object("RemarkedCode", "One pack",
                           shape::field("old", &Pair::old_code, "Its code before"),
                           shape::field("new", &Pair::new_code, "Its new code"));
    }
  };
  struct Body {
    std::vector<Pair> pairs;
    std::string reason;
    static constexpr auto shape() {
      return shape::object("Remark", "Replaces codes on goods",
                           shape::field("pairs", &Body::pairs, "The packs", shape::size(1, 100'000)),
                           shape::field("reason", &Body::reason, "Why, in words", shape::size(1, 500)));
    }
  };
  struct Parts {
    std::vector<Naming::Part> old_codes;
    std::vector<Naming::Part> new_codes;
  };
  struct Plan {
    ledger::CodeSet old_codes;
    std::map<ledger::LotNo, ledger::CodeSet> new_codes;  ///< by the lot they take over
  };

  static Parts name(Body const& body, Naming& naming);
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<Remark>;

}  // namespace tamga::documents
