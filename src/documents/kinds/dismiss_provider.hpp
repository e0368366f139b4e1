// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "registry/mandates.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Ends at once what a service provider may do for the sender; the provider may end it too. Features 3.8.
struct DismissProvider {
  static constexpr Traits kTraits{.number = DocumentKind(37),
                                  .name = "dismiss_provider",
                                  .right = country::Right::PowersOfAttorney,
                                  .without_contracts = true};

  struct Body {
    std::string mandate;
    static constexpr auto shape() {
      return shape::object(
          "DismissProvider", "Ends what a service provider may do",
          shape::field("mandate", &Body::mandate, "Number of the document that let him", shape::size(1, 20)));
    }
  };
  struct Parts {};
  struct Plan {
    registry::Mandate mandate;
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<DismissProvider>;

}  // namespace tamga::documents
