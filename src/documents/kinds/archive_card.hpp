// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/card_steps.hpp"
#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Ends a product card for ever: its GTIN is not given to other goods. Codes in circulation stay.
/// Features 3.7.
struct ArchiveCard {
  static constexpr Traits kTraits{.number = DocumentKind(32),
                                  .name = "archive_card",
                                  .right = country::Right::PublishGoods,
                                  .without_contracts = true};

  struct Body {
    std::string gtin;
    std::string reason;
    static constexpr auto shape() {
      return shape::object("ArchiveCard", "Archives a product card",
                           shape::field("gtin", &Body::gtin, "Of the card", shape::size(8, 14)),
                           shape::field("reason", &Body::reason, "Why", shape::size(1, 500)));
    }
  };
  struct Parts {};
  struct Plan {
    std::optional<catalogue::Step> step;
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<ArchiveCard>;

}  // namespace tamga::documents
