// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Customs released imported goods: whole packages, or goods that lie in none under customs. Features 3.1,
/// row 10.
struct ClearCustoms {
  static constexpr Traits kTraits{.number = DocumentKind(23),
                                  .name = "clear_customs",
                                  .right = country::Right::BlockCodes,
                                  .from = From::Operator};

  struct Body {
    std::string declaration;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "ClearCustoms", "Releases imported goods",
          shape::field("declaration", &Body::declaration, "Customs declaration", shape::size(1, 100)),
          shape::field("codes", &Body::codes, "Codes or packages", shape::size(1, 1'000'000)));
    }
  };
  using Parts = Naming::Part;
  struct Plan {
    ledger::CodeSet codes;
    std::vector<ledger::ParticipantNo> owners;
  };

  static Parts name(Body const& body, Naming& naming) { return naming.add("/codes", body.codes); }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<ClearCustoms>;

}  // namespace tamga::documents
