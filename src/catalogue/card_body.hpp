// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "shape/describe.hpp"
#include "shape/scalars.hpp"

namespace tamga::catalogue {

/// The value of one attribute as people write it; what it must be like is data of the group.
struct CardAttribute {
  std::string id;
  std::optional<std::string> value = {};
  std::optional<std::string> unit = {};
  std::optional<std::vector<std::string>> values = {};
  static constexpr auto shape() {
    return shape::object(
        "CardAttribute", "What a card says under one attribute",
        shape::field("id", &CardAttribute::id, "Of the attribute", shape::size(1, 60)),
        shape::field("value", &CardAttribute::value,
                     "Text; number with a point; YYYY-MM-DD; code of a choice; yes or no; code of a country",
                     shape::size(0, 4000), shape::multiline()),
        shape::field("unit", &CardAttribute::unit, "Of a number that has units", shape::size(1, 20)),
        shape::field("values", &CardAttribute::values, "Of an attribute with several values",
                     shape::size(0, 50), shape::each(1, 4000)));
  }
};

/// What lies in a group pack, a set or a bundle.
struct NestedGoods {
  std::string gtin;
  std::int64_t quantity = 0;
  static constexpr auto shape() {
    return shape::object(
        "NestedGoods", "Goods inside", shape::field("gtin", &NestedGoods::gtin, "Which", shape::size(8, 14)),
        shape::field("quantity", &NestedGoods::quantity, "How many pieces", shape::range(1, 100'000)));
  }
};

/// A document that says that the goods are as the law wants them.
struct ConformityDocument {
  std::string kind;
  std::string number;
  std::string issuer;
  std::optional<Date> from = {};
  std::optional<Date> until = {};
  static constexpr auto shape() {
    return shape::object(
        "ConformityDocument", "A document of conformity",
        shape::field("kind", &ConformityDocument::kind, "Code of the country's list", shape::size(1, 60)),
        shape::field("number", &ConformityDocument::number, "Its number", shape::size(1, 100)),
        shape::field("issuer", &ConformityDocument::issuer, "Who gave it", shape::size(1, 300)),
        shape::field("from", &ConformityDocument::from, "First day on which it counts"),
        shape::field("until", &ConformityDocument::until, "Last day; left out: without a term"));
  }
};

/// A product card whole, as a participant fills and signs it. Requirements; features 2.9.
struct CardBody {
  std::string gtin;
  std::string group;
  std::string level;
  std::vector<CardAttribute> attributes;
  std::optional<std::vector<NestedGoods>> nested = {};
  std::optional<std::vector<ConformityDocument>> conformity = {};
  std::optional<std::vector<std::string>> photos = {};
  static constexpr auto shape() {
    return shape::object(
        "CardBody", "A product card, whole",
        shape::field("gtin", &CardBody::gtin, "What it describes", shape::size(1, 20)),
        shape::field("group", &CardBody::group, "Product group", shape::size(1, 50)),
        shape::field("level", &CardBody::level, "Package level in the country's word", shape::size(1, 20)),
        shape::field("attributes", &CardBody::attributes, "What the form of the group asks for",
                     shape::size(0, 200)),
        shape::field("nested", &CardBody::nested, "What lies inside, of packs, sets and bundles",
                     shape::size(0, 100)),
        shape::field("conformity", &CardBody::conformity, "Documents of conformity", shape::size(0, 30)),
        shape::field("photos", &CardBody::photos,
                     "SHA-256 of pictures that were uploaded, in the order in which they are shown",
                     shape::size(0, 20), shape::each(64, 64)));
  }

  [[nodiscard]] CardAttribute const* find(std::string_view id) const {
    for (CardAttribute const& one : attributes)
      if (one.id == id) return &one;
    return nullptr;
  }
  /// Empty when the card does not say it.
  [[nodiscard]] std::string value(std::string_view id) const {
    CardAttribute const* found = find(id);
    return found && found->value ? *found->value : std::string();
  }
};

}  // namespace tamga::catalogue
