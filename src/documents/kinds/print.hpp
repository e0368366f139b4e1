// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "documents/registrar_use.hpp"
#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Reports that a line printed codes, through which registrar and for which production order; nobody has to,
/// but then everybody sees it at once. Features 3.1, row 3; requirements.
struct Print {
  static constexpr Traits kTraits{.number = DocumentKind(2),
                                  .name = "print",
                                  .right = country::Right::ReportApplication,
                                  .atomicity = Atomicity::PerCode,
                                  .by_provider = true};

  struct Body {
    std::optional<std::string> principal;
    std::optional<std::string> registrar;
    std::optional<std::string> production_order;
    std::optional<std::string> line;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "Print", "Reports printed codes",
          shape::field("principal", &Body::principal,
                       "Tax number of whom a service provider does it for; left out: the sender",
                       shape::size(1, 20)),
          shape::field(
              "registrar", &Body::registrar,
              "Number of the emission registrar that printed; left out: the only one that works, where "
              "the product group asks for one",
              shape::size(1, 20)),
          shape::field("production_order", &Body::production_order,
                       "Number of the production order in the participant's own system", shape::size(1, 100)),
          shape::field("line", &Body::line, "Production line", shape::size(1, 100)),
          shape::field("codes", &Body::codes, "Codes", shape::size(1, 1'000'000)));
    }
  };
  using Parts = Naming::Part;
  struct Plan {
    ledger::CodeSet codes;
    registrars::RegistrarNo registrar;
  };

  static Parts name(Body const& body, Naming& naming) { return naming.add("/codes", body.codes); }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<Print>;

}  // namespace tamga::documents
