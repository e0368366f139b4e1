// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"

namespace tamga::catalogue {

/// How the value of an attribute is written.
enum class AttributeType : std::uint8_t {
  Text,
  Number,   ///< with a unit where the attribute has units
  Date,     ///< YYYY-MM-DD
  Choice,   ///< a code of its list
  Flag,     ///< yes or no
  Country,  ///< two capital letters, ISO 3166-1
  List,     ///< several texts
  Class,    ///< a code of a classifier
};
inline constexpr std::array<std::string_view, 8> kAttributeTypeNames{"text", "number",  "date", "choice",
                                                                     "flag", "country", "list", "class"};

/// What the system itself makes of an attribute, whatever the country calls it.
enum class AttributeRole : std::uint8_t {
  None,
  NameRu,  ///< what the goods are called; of order lines, letters, search
  NameUz,
  NameEn,
  Brand,
  Producer,
  CustomsClass,  ///< must lie in the headings of the product group; searched by its beginning
  GoodsClass,
};
inline constexpr std::array<std::string_view, 8> kAttributeRoleNames{
    "none", "name_ru", "name_uz", "name_en", "brand", "producer", "customs_class", "goods_class"};

struct AttributeChoice {
  std::string code;
  LocalizedText name;
};

class Pattern;

/// Something that cards of a group say of goods: a row of spec/<country>/catalogue/.
struct Attribute {
  std::string id;
  LocalizedText name;
  AttributeType type = AttributeType::Text;
  AttributeRole role = AttributeRole::None;
  std::int64_t least = 0;  ///< characters of a text (of each in a list), or the value of a number
  std::int64_t most = 0;
  std::int64_t decimals = 0;    ///< digits behind the point of a number, at most
  std::int64_t most_items = 0;  ///< of a list
  std::vector<std::string> units;
  std::vector<AttributeChoice> choices;
  std::string classifier;
  std::string pattern_text;
  std::shared_ptr<Pattern const> pattern;  ///< null: any text
  bool mandatory = false;
  bool legal = false;  ///< a change makes a new version of the card
  bool open = true;    ///< shown to everybody

  [[nodiscard]] AttributeChoice const* choice(std::string_view code) const {
    for (AttributeChoice const& one : choices)
      if (one.code == code) return &one;
    return nullptr;
  }
};

/// How cards of one product group look and are let in.
struct CardForm {
  std::vector<Attribute> attributes;    ///< those of all groups first, in the order of the files
  std::vector<std::string> conformity;  ///< kinds of documents without which no card is published
  bool automatic = false;               ///< published by the checks alone: goods of low risk
  bool photo_needed = false;

  [[nodiscard]] Attribute const* find(std::string_view id) const {
    for (Attribute const& one : attributes)
      if (one.id == id) return &one;
    return nullptr;
  }
  [[nodiscard]] Attribute const* find(AttributeRole role) const {
    for (Attribute const& one : attributes)
      if (one.role == role) return &one;
    return nullptr;
  }
};

}  // namespace tamga::catalogue
