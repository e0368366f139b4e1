// SPDX-License-Identifier: Apache-2.0
#include "catalogue/card_table.hpp"

#include <algorithm>
#include <array>

namespace tamga::catalogue {
namespace {

constexpr std::string_view kBetween = " | ";
constexpr std::string_view kUnit = ".unit";
constexpr std::array<std::string_view, 5> kConformityColumns{
    "conformity.kind", "conformity.number", "conformity.issuer", "conformity.from", "conformity.until"};
constexpr std::array<std::string_view, 3> kStandingColumns{"state", "edition", "version"};

/// Technical columns have no name in any language.
LocalizedText plain(std::string_view text) {
  LocalizedText name;
  for (Language const language : kLanguages) name.in(language) = text;
  return name;
}

std::string joined(std::vector<std::string> const& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += kBetween;
    out += parts[i];
  }
  return out;
}

std::vector<std::string> conformity_cells(CardBody const& body) {
  std::array<std::vector<std::string>, kConformityColumns.size()> parts;
  for (ConformityDocument const& one : body.conformity.value_or(std::vector<ConformityDocument>())) {
    parts[0].push_back(one.kind);
    parts[1].push_back(one.number);
    parts[2].push_back(one.issuer);
    parts[3].push_back(one.from ? one.from->text() : "");
    parts[4].push_back(one.until ? one.until->text() : "");
  }
  std::vector<std::string> cells;
  for (auto const& part : parts) cells.push_back(joined(part));
  return cells;
}

std::string nested_cell(CardBody const& body) {
  std::vector<std::string> parts;
  for (NestedGoods const& one : body.nested.value_or(std::vector<NestedGoods>()))
    parts.push_back(one.gtin + '*' + std::to_string(one.quantity));
  return joined(parts);
}

}  // namespace

CardTable::CardTable(Rules const& rules, std::vector<std::string> const& groups) {
  columns_.push_back({"gtin", plain("GTIN")});
  columns_.push_back({"group", plain("group")});
  columns_.push_back({"level", plain("UNIT, GROUP, SET, BUNDLE")});
  for (Attribute const& one : rules.attributes_of_all()) add(one);
  for (std::string const& group : groups)
    for (Attribute const& one : rules.form(group).attributes) add(one);
  columns_.push_back({"nested", plain("GTIN*N | GTIN*N")});
  for (std::string_view const key : kConformityColumns) columns_.push_back({std::string(key), plain(key)});
  columns_.push_back({"photos", plain("SHA-256 | SHA-256")});
  for (std::string_view const key : kStandingColumns) columns_.push_back({std::string(key), plain(key)});
}

void CardTable::add(Attribute const& attribute) {
  bool const known = std::any_of(columns_.begin(), columns_.end(),
                                 [&](TableColumn const& one) { return one.key == attribute.id; });
  if (known) return;
  columns_.push_back({attribute.id, attribute.name});
  if (!attribute.units.empty())
    columns_.push_back({attribute.id + std::string(kUnit), plain(joined(attribute.units))});
}

std::vector<std::string> CardTable::cells(CardBody const& body, TableStanding const& standing) const {
  std::vector<std::string> cells;
  auto const conformity = conformity_cells(body);
  for (TableColumn const& column : columns_) {
    std::string const& key = column.key;
    auto const place = std::find(kConformityColumns.begin(), kConformityColumns.end(), key);
    if (key == "gtin")
      cells.push_back(body.gtin);
    else if (key == "group")
      cells.push_back(body.group);
    else if (key == "level")
      cells.push_back(body.level);
    else if (key == "nested")
      cells.push_back(nested_cell(body));
    else if (key == "photos")
      cells.push_back(joined(body.photos.value_or(std::vector<std::string>())));
    else if (key == "state")
      cells.push_back(standing.state);
    else if (key == "edition")
      cells.push_back(standing.edition);
    else if (key == "version")
      cells.push_back(standing.version);
    else if (place != kConformityColumns.end())
      cells.push_back(conformity[static_cast<std::size_t>(place - kConformityColumns.begin())]);
    else if (key.ends_with(kUnit)) {
      CardAttribute const* found = body.find(std::string_view(key).substr(0, key.size() - kUnit.size()));
      cells.push_back(found ? found->unit.value_or("") : "");
    } else {
      CardAttribute const* found = body.find(key);
      cells.push_back(!found ? "" : found->values ? joined(*found->values) : found->value.value_or(""));
    }
  }
  return cells;
}

void write_csv_row(std::string& out, std::vector<std::string> const& cells) {
  constexpr std::string_view kFormula = "=+-@\t";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    std::string const& cell = cells[i];
    bool const formula = !cell.empty() && kFormula.find(cell.front()) != std::string_view::npos;
    if (!formula && cell.find_first_of(",;\"\r\n") == std::string::npos) {
      out += cell;
      continue;
    }
    out += '"';
    if (formula) out += '\'';
    for (char const c : cell) out.append(c == '"' ? 2 : 1, c);
    out += '"';
  }
  out += "\r\n";
}

}  // namespace tamga::catalogue
