// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include <map>

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Reports codes put on goods, with what these goods share: one lot. Codes come as they are printed, tails
/// included. In groups whose application report also introduces, goods made here are in circulation by it;
/// imported ones still pass through customs. Features 3.1, row 4.
struct Apply {
  static constexpr Traits kTraits{.number = DocumentKind(3),
                                  .name = "apply",
                                  .right = country::Right::ReportApplication,
                                  .atomicity = Atomicity::PerCode,
                                  .tails = Tails::Required,
                                  .by_provider = true};

  struct Body {
    std::optional<std::string> principal;
    std::optional<Date> produced_on;
    std::optional<Date> expires_on;
    std::optional<std::string> batch;
    std::optional<std::string> line;
    std::optional<std::string> country;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "Apply", "Reports codes put on goods",
          shape::field("principal", &Body::principal,
                       "Tax number of whom a service provider does it for; left out: the sender",
                       shape::size(1, 20)),
          shape::field("produced_on", &Body::produced_on, "Day of production"),
          shape::field("expires_on", &Body::expires_on, "Last day on which the goods may be sold"),
          shape::field("batch", &Body::batch, "Series or batch of the maker", shape::size(1, 100)),
          shape::field("line", &Body::line, "Production line", shape::size(1, 100)),
          shape::field("country", &Body::country, "Country of origin, ISO 3166-1", shape::size(2, 2)),
          shape::field("codes", &Body::codes, "Codes with their tails", shape::size(1, 1'000'000)));
    }
  };
  using Parts = Naming::Part;
  struct Plan {
    std::map<ledger::LotNo, ledger::CodeSet> by_lot;  ///< accepted codes, by the lot of their order
    ledger::CodeSet introduced;                       ///< the part that goes into circulation at once
  };

  static Parts name(Body const& body, Naming& naming) { return naming.add("/codes", body.codes); }
  static Result<void> preflight(Body const& body);
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<Apply>;

}  // namespace tamga::documents
