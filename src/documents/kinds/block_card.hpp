// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/card_steps.hpp"
#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Stops orders of codes for a product card; codes in circulation stay. Its owner ends that by publishing the
/// card anew. Features 3.7.
struct BlockCard {
  static constexpr Traits kTraits{.number = DocumentKind(31),
                                  .name = "block_card",
                                  .right = country::Right::PublishGoods,
                                  .without_contracts = true};

  struct Body {
    std::string gtin;
    std::string reason;
    static constexpr auto shape() {
      return shape::object("BlockCard", "Blocks a product card",
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

extern template struct KindOf<BlockCard>;

}  // namespace tamga::documents
