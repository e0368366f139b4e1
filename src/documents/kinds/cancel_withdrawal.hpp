// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Takes a withdrawal back that should not have been sent. A receipt or a remark cannot be taken back so.
/// Features 3.1, row 21.
struct CancelWithdrawal {
  static constexpr Traits kTraits{
      .number = DocumentKind(16), .name = "cancel_withdrawal", .right = country::Right::Withdraw};

  struct Body {
    std::string reason;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "CancelWithdrawal", "Takes a withdrawal back",
          shape::field("reason", &Body::reason, "Why, in words", shape::size(1, 500)),
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

extern template struct KindOf<CancelWithdrawal>;

}  // namespace tamga::documents
