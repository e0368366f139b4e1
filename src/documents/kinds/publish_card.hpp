// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/card_steps.hpp"
#include "documents/work.hpp"
#include "mail/letter.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// A product card, whole, for the national catalogue: the first of a GTIN and every change. What stands
/// against it is told at once, each at its field; then it is published by itself where the goods are of low
/// risk, or a person at the operator looks at it. Requirements; features 3.7. It needs no
/// contracts, so that goods are described while those are signed.
struct PublishCard {
  static constexpr Traits kTraits{.number = DocumentKind(30),
                                  .name = "publish_card",
                                  .right = country::Right::PublishGoods,
                                  .without_contracts = true};

  struct Body {
    catalogue::CardBody card;
    static constexpr auto shape() {
      return shape::object("PublishCard", "Sends a product card for publication",
                           shape::field("card", &Body::card, "The card, whole"));
    }
  };
  struct Parts {};
  struct Plan {
    catalogue::Step step;
    std::optional<mail::Letter> letter = {};
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<PublishCard>;

}  // namespace tamga::documents
