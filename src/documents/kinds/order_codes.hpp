// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include <vector>

#include "documents/registrar_use.hpp"
#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Orders codes for products of one group. The order has the number of the document. Its codes exist from
/// then on, or when the funds cover them and the participant has not too many orders open (`fill_order`).
/// Everything that stands against it is told at once. Features 3.1, row 1; 3.3.
struct OrderCodes {
  static constexpr Traits kTraits{.number = DocumentKind(1),
                                  .name = "order_codes",
                                  .right = country::Right::OrderCodes,
                                  .by_provider = true,
                                  .deed = admission::Deed::NewGoods};

  struct Line {
    std::string gtin;
    std::optional<std::int64_t> quantity;
    std::optional<std::string> level;
    std::optional<std::uint32_t> code_template;
    std::optional<std::string> price;
    std::optional<shape::CodeList> serials;
    static constexpr auto shape() {
      return shape::object(
          "OrderLine", "Codes of one product",
          shape::field("gtin", &Line::gtin, "The product", shape::size(8, 14)),
          shape::field("quantity", &Line::quantity, "How many; with serials their number",
                       shape::range(1, 2'000'000)),
          shape::field("level", &Line::level, "Package level in the country's word; left out: the product's",
                       shape::size(1, 20)),
          shape::field("template", &Line::code_template,
                       "Number of the code template; left out: the group's first for the level"),
          shape::field("price", &Line::price, "Highest retail price, 146.30, where codes carry it",
                       shape::size(1, 12)),
          shape::field("serials", &Line::serials, "Serials of the participant's own",
                       shape::size(1, 2'000'000), shape::each(1, 20)));
    }
  };
  struct Body {
    std::optional<std::string> principal;
    std::string group;
    std::string release_method;
    std::optional<std::string> creation_method;
    std::optional<std::string> contact;
    std::optional<std::string> place;
    std::optional<std::string> production_order;
    std::optional<std::string> pay_at;
    std::optional<std::string> registrar;
    std::vector<Line> lines;
    static constexpr auto shape() {
      return shape::object(
          "OrderCodes", "Orders codes",
          shape::field("principal", &Body::principal,
                       "Tax number of whom a service provider does it for; left out: the sender",
                       shape::size(1, 20)),
          shape::field("group", &Body::group, "Product group", shape::size(1, 50)),
          shape::field("release_method", &Body::release_method,
                       "Where the goods come from: code in the dictionary of release methods",
                       shape::size(1, 50)),
          shape::field(
              "creation_method", &Body::creation_method,
              "Who puts the codes on the goods: code in the dictionary of creation methods; left out: "
              "the sender, as is usual",
              shape::size(1, 50)),
          shape::field("contact", &Body::contact, "Whom to ask", shape::size(1, 200)),
          shape::field("place", &Body::place, "Place of business, as the profile names it",
                       shape::size(1, 200)),
          shape::field("production_order", &Body::production_order,
                       "Number of the production order in the participant's own system", shape::size(1, 100)),
          shape::field("pay_at", &Body::pay_at,
                       "When fees are due, where the tariff leaves the choice: emission or application",
                       shape::size(1, 20)),
          shape::field(
              "registrar", &Body::registrar,
              "Number of the emission registrar through which the codes are issued; left out: the only "
              "one that works, where the product group asks for one",
              shape::size(1, 20)),
          shape::field("lines", &Body::lines, "The products", shape::size(1, 1000)));
    }
  };
  struct Parts {};

  struct PlannedLine {
    emission::Series const* series = nullptr;
    country::PackageLevel level{};
    std::optional<gs1::Price> price;
    std::vector<std::string> serials;  ///< whole, country digit included
    billing::Fee fee{};                ///< of each code; its order is not known yet
    std::int64_t quantity = 0;
    ledger::CodeSet codes;
    std::string tail_key_id;
    std::int32_t card_version = 0;
  };
  struct Plan {
    std::string group;
    bool applied = false;  ///< the group's codes count as applied when they are handed out
    std::vector<PlannedLine> lines;
    registrars::RegistrarNo registrar{};           ///< none where none is asked for
    std::string creation_method;
    std::optional<UnixMs> unused_until;            ///< when codes not applied are written off
    std::int64_t needs = 0;                        ///< funds that the codes take: minor units
    std::optional<emission::OrderStatus> waits{};  ///< why there are no codes yet
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<OrderCodes>;

}  // namespace tamga::documents
