// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Brings goods into circulation that carry codes of another country's operator, recognised by treaty. The
/// codes are known here from then on, the importer's; their tails cannot be verified. Features 3.1, row 11.
struct IntroduceForeign {
  static constexpr Traits kTraits{.number = DocumentKind(25),
                                  .name = "introduce_foreign",
                                  .right = country::Right::Introduce,
                                  .deed = admission::Deed::NewGoods};

  struct Body {
    std::string issuer;
    std::string document;
    std::optional<Date> produced_on;
    std::optional<Date> expires_on;
    std::optional<std::string> batch;
    std::optional<std::string> country;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "IntroduceForeign", "Brings goods with codes of another country into circulation",
          shape::field("issuer", &Body::issuer, "Country whose operator issued the codes, ISO 3166-1",
                       shape::size(2, 2)),
          shape::field("document", &Body::document, "Primary document: kind, number and date",
                       shape::size(1, 200)),
          shape::field("produced_on", &Body::produced_on, "Day of production"),
          shape::field("expires_on", &Body::expires_on, "Last day on which the goods may be sold"),
          shape::field("batch", &Body::batch, "Series or batch of the maker", shape::size(1, 100)),
          shape::field("country", &Body::country, "Country of origin, ISO 3166-1", shape::size(2, 2)),
          shape::field("codes", &Body::codes, "Codes as they are on the goods", shape::size(1, 150'000)));
    }
  };
  using Parts = Naming::Part;

  /// Codes of one product.
  struct Line {
    emission::Series const* series = nullptr;
    std::vector<std::string> serials;
    ledger::CodeSet codes;
  };
  struct Plan {
    std::vector<Line> lines;
  };

  static Parts name(Body const& body, Naming& naming) { return naming.add("/codes", body.codes); }
  static Result<void> preflight(Body const& body);
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<IntroduceForeign>;

}  // namespace tamga::documents
