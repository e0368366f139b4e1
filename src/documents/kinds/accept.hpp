// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// How much of a shipment the receiver takes.
enum class Acceptance : std::uint8_t { All, Listed, None };

}  // namespace tamga::documents

template <>
inline constexpr auto tamga::shape::names<tamga::documents::Acceptance> =
    tamga::shape::enumeration("Acceptance", "How much of a shipment the receiver takes",
                              tamga::shape::value(tamga::documents::Acceptance::All, "all", "Everything"),
                              tamga::shape::value(tamga::documents::Acceptance::Listed, "listed",
                                                  "The codes listed, packages with all they hold"),
                              tamga::shape::value(tamga::documents::Acceptance::None, "none", "Nothing"));

namespace tamga::documents {

/// The receiver's answer to a shipment: what is taken changes its owner, the rest goes back to the sender.
/// One answer closes the shipment. Features 3.1, rows 15 and 16.
struct Accept {
  static constexpr Traits kTraits{.number = DocumentKind(9), .name = "accept", .right = country::Right::Ship};

  struct Body {
    std::string shipment;
    Acceptance decision;
    std::optional<shape::CodeList> codes;
    static constexpr auto shape() {
      return shape::object("Accept", "Answers a shipment",
                           shape::field("shipment", &Body::shipment, "Number of the document that shipped",
                                        shape::size(1, 20)),
                           shape::field("decision", &Body::decision, "What is taken"),
                           shape::field("codes", &Body::codes, "With `listed`: any codes of the shipment",
                                        shape::size(1, 1'000'000)));
    }
  };
  using Parts = Naming::Part;
  struct Plan {
    Shipment shipment;
    ledger::CodeSet taken;  ///< stay where they lie
    ledger::CodeSet loose;  ///< taken out of a package that goes back
    ledger::CodeSet back;
  };

  static Parts name(Body const& body, Naming& naming) {
    return body.codes ? naming.add("/codes", *body.codes) : Parts{};
  }
  static Result<void> preflight(Body const& body);
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<Accept>;

}  // namespace tamga::documents
