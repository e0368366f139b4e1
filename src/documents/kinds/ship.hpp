// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Hands goods over to another participant: they are on their way, locked with all they hold, until the
/// receiver answers or the sender cancels. The shipment has the number of the document. Features 3.1, row 14.
struct Ship {
  static constexpr Traits kTraits{.number = DocumentKind(8), .name = "ship", .right = country::Right::Ship};

  struct Body {
    std::string receiver;
    std::optional<std::string> document;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "Ship", "Hands goods over to another participant",
          shape::field("receiver", &Body::receiver, "Tax number of the receiver", shape::size(1, 30)),
          shape::field("document", &Body::document, "Primary document: kind, number and date",
                       shape::size(1, 200)),
          shape::field("codes", &Body::codes, "Codes or packages", shape::size(1, 1'000'000)));
    }
  };
  using Parts = Naming::Part;
  struct Plan {
    ledger::ParticipantNo receiver;
    Case::Tree tree;
    std::set<std::string> groups;  ///< product groups of the goods
  };

  static Parts name(Body const& body, Naming& naming) { return naming.add("/codes", body.codes); }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<Ship>;

}  // namespace tamga::documents
