// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Recalls a product, or a batch or some days of its production: from now on nobody can ship or sell it. One
/// row, however many codes. By the owner of the product or the operator. Features 3.1, row 24, and 5.3.
struct DeclareRecall {
  static constexpr Traits kTraits{.number = DocumentKind(19),
                                  .name = "recall",
                                  .right = country::Right::Recall,
                                  .from = From::Either,
                                  .without_contracts = true};

  struct Body {
    std::string gtin;
    std::optional<std::string> batch;
    std::optional<Date> produced_from;
    std::optional<Date> produced_to;
    std::string reason;
    std::string instruction;
    static constexpr auto shape() {
      return shape::object(
          "DeclareRecall", "Recalls goods",
          shape::field("gtin", &Body::gtin, "The product", shape::size(8, 14)),
          shape::field("batch", &Body::batch, "Only this batch", shape::size(1, 100)),
          shape::field("produced_from", &Body::produced_from, "Only goods made on this day or later"),
          shape::field("produced_to", &Body::produced_to, "Only goods made on this day or earlier"),
          shape::field("reason", &Body::reason, "Why, in words", shape::size(1, 500)),
          shape::field("instruction", &Body::instruction, "What a shop and a buyer shall do",
                       shape::size(1, 2000), shape::multiline()));
    }
  };
  struct Parts {};
  struct Plan {
    gs1::Gtin gtin;
    ledger::ParticipantNo owner;
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<DeclareRecall>;

}  // namespace tamga::documents
