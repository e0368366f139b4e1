// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Corrects what an application report said of the goods, by who sent it and still owns them. Their codes get
/// new lots; the old ones stay in the history. Features 3.1, row 25.
struct Correct {
  static constexpr Traits kTraits{
      .number = DocumentKind(18), .name = "correct", .right = country::Right::Introduce};

  struct Body {
    std::optional<Date> produced_on;
    std::optional<Date> expires_on;
    std::optional<std::string> batch;
    std::optional<std::string> country;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "Correct", "Corrects what is known of goods; what is left out stays",
          shape::field("produced_on", &Body::produced_on, "Day of production"),
          shape::field("expires_on", &Body::expires_on, "Last day on which the goods may be sold"),
          shape::field("batch", &Body::batch, "Series or batch of the maker", shape::size(1, 100)),
          shape::field("country", &Body::country, "Country of origin, ISO 3166-1", shape::size(2, 2)),
          shape::field("codes", &Body::codes, "Codes", shape::size(1, 1'000'000)));
    }
  };
  using Parts = Naming::Part;
  struct Plan {
    std::map<ledger::LotNo, ledger::CodeSet> by_lot;
  };

  static Parts name(Body const& body, Naming& naming) { return naming.add("/codes", body.codes); }
  static Result<void> preflight(Body const& body);
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<Correct>;

}  // namespace tamga::documents
