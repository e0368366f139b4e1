// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Takes goods out of circulation for another reason than a sale at a cash register: own use, export,
/// destruction, donation ... Features 3.1, row 18. A package stands for all it holds and keeps it, so that a
/// return brings all back.
struct Withdraw {
  static constexpr Traits kTraits{
      .number = DocumentKind(11), .name = "withdraw", .right = country::Right::Withdraw};

  struct Body {
    std::string reason;
    std::optional<std::string> text;
    std::string primary_document;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "Withdraw", "Takes goods out of circulation",
          shape::field("reason", &Body::reason, "Code in the dictionary of reasons", shape::size(1, 50)),
          shape::field("text", &Body::text, "The reason in words, where it needs them", shape::size(1, 500)),
          shape::field("primary_document", &Body::primary_document, "Kind, number and date",
                       shape::size(1, 200)),
          shape::field("codes", &Body::codes, "Codes or packages", shape::size(1, 1'000'000)));
    }
  };
  using Parts = Naming::Part;
  struct Plan {
    std::uint8_t reason = 0;
    Case::Tree tree;
  };

  static Parts name(Body const& body, Naming& naming) { return naming.add("/codes", body.codes); }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<Withdraw>;

}  // namespace tamga::documents
