// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/registrar_use.hpp"
#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Reports how well codes were printed: grade by grade, as a verifier at the line measured it (ISO/IEC
/// 15415). Codes come whole, as they were read. Nothing changes but what is known; a code that is too bad is
/// dropped out, or printed anew, by whoever reported it. Features 3.2, row 30.
struct ReportQuality {
  static constexpr Traits kTraits{.number = DocumentKind(38),
                                  .name = "report_quality",
                                  .right = country::Right::ReportApplication,
                                  .atomicity = Atomicity::PerCode,
                                  .tails = Tails::Required,
                                  .by_provider = true};

  struct Graded {
    std::string grade;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "GradedCodes", "Codes of one grade",
          shape::field("grade", &Graded::grade, "Grade of the country's list, the best is A",
                       shape::size(1, 5)),
          shape::field("codes", &Graded::codes, "Codes with their tails", shape::size(1, 1'000'000)));
    }
  };
  struct Body {
    std::optional<std::string> principal;
    std::optional<std::string> registrar;
    std::optional<std::string> production_order;
    std::optional<std::string> line;
    std::vector<Graded> results;
    static constexpr auto shape() {
      return shape::object(
          "ReportQuality", "Reports how well codes were printed",
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
          shape::field("results", &Body::results, "The codes by grade, each grade once", shape::size(1, 10)));
    }
  };
  using Parts = std::vector<Naming::Part>;
  struct Plan {
    registrars::RegistrarNo registrar;
    std::vector<ledger::CodeSet> by_grade;  ///< in the order of the body
  };

  static Parts name(Body const& body, Naming& naming);
  static Result<void> preflight(Body const& body);
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<ReportQuality>;

}  // namespace tamga::documents
