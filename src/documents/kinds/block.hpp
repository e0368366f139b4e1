// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// An authority stops codes, packages with all they hold: every document of a participant refuses them.
/// Features 3.1, row 23.
struct BlockCodes {
  static constexpr Traits kTraits{.number = DocumentKind(21),
                                  .name = "block",
                                  .right = country::Right::BlockCodes,
                                  .atomicity = Atomicity::PerCode,
                                  .from = From::Operator};

  struct Body {
    std::string reason;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "BlockCodes", "Blocks codes",
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

extern template struct KindOf<BlockCodes>;

}  // namespace tamga::documents
