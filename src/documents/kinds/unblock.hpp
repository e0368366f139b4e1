// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// An authority lets blocked codes go, packages with what they hold. What lies in a blocked package cannot be
/// freed alone. Features 3.1, row 23.
struct UnblockCodes {
  static constexpr Traits kTraits{.number = DocumentKind(22),
                                  .name = "unblock",
                                  .right = country::Right::BlockCodes,
                                  .from = From::Operator};

  struct Body {
    std::string reason;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "UnblockCodes", "Frees blocked codes",
          shape::field("reason", &Body::reason, "Act or order, in words", shape::size(1, 500)),
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

extern template struct KindOf<UnblockCodes>;

}  // namespace tamga::documents
