// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>

#include "catalogue/card_table.hpp"
#include "catalogue/errors.hpp"

namespace tamga::catalogue {
namespace {

constexpr std::string_view kUnit = ".unit";
/// Beside the attributes.
constexpr std::array<std::string_view, 13> kOwnColumns{"gtin",
                                                       "group",
                                                       "level",
                                                       "nested",
                                                       "photos",
                                                       "conformity.kind",
                                                       "conformity.number",
                                                       "conformity.issuer",
                                                       "conformity.from",
                                                       "conformity.until",
                                                       "state",
                                                       "edition",
                                                       "version"};

std::string trimmed(std::string_view text) {
  auto const begin = std::min(text.find_first_not_of(" \t"), text.size());
  auto const end = text.find_last_not_of(" \t") + 1;
  return std::string(text.substr(begin, end > begin ? end - begin : 0));
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  if (text.empty()) return parts;
  for (;;) {
    auto const end = text.find('|');
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string at(std::vector<std::string> const& parts, std::size_t i) {
  return i < parts.size() ? parts[i] : std::string();
}

/// One row on its way to a card.
class RowReader {
 public:
  RowReader(std::size_t line, std::vector<Error>& wrong) : line_(line), wrong_(wrong) {}

  void nested(std::string const& cell, CardBody& body) {
    for (std::string const& part : split(cell)) {
      auto const star = part.find('*');
      NestedGoods one{.gtin = trimmed(std::string_view(part).substr(0, star)), .quantity = 1};
      if (star != std::string::npos && !count(trimmed(std::string_view(part).substr(star + 1)), one.quantity))
        return tell("nested", part);
      if (one.gtin.size() < 8 || one.gtin.size() > 14) return tell("nested", part);
      if (!body.nested) body.nested.emplace();
      body.nested->push_back(std::move(one));
    }
  }
  void conformity(std::array<std::vector<std::string>, 5> const& parts, CardBody& body) {
    for (std::size_t i = 0; i < parts[0].size(); ++i) {
      ConformityDocument one{.kind = parts[0][i], .number = at(parts[1], i), .issuer = at(parts[2], i)};
      if (one.number.empty()) return tell("conformity.number", one.kind);
      if (one.issuer.empty()) return tell("conformity.issuer", one.kind);
      if (!day(at(parts[3], i), one.from)) return tell("conformity.from", at(parts[3], i));
      if (!day(at(parts[4], i), one.until)) return tell("conformity.until", at(parts[4], i));
      if (!body.conformity) body.conformity.emplace();
      body.conformity->push_back(std::move(one));
    }
  }

 private:
  static bool count(std::string const& text, std::int64_t& out) {
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size() && out >= 1 && out <= 100'000;
  }
  static bool day(std::string const& text, std::optional<Date>& out) {
    if (!text.empty()) out = Date::parse(text);
    return text.empty() || out.has_value();
  }
  void tell(std::string_view column, std::string const& value) {
    wrong_.push_back(Error(kTableCell)
                         .at(std::to_string(line_) + '/' + std::string(column))
                         .with("column", std::string(column))
                         .with("value", value));
  }

  std::size_t line_;
  std::vector<Error>& wrong_;
};

/// What write_csv_row put before a formula.
std::string without_guard(std::string_view cell) {
  constexpr std::string_view kFormula = "=+-@\t";
  if (cell.size() > 1 && cell[0] == '\'' && kFormula.find(cell[1]) != std::string_view::npos)
    cell.remove_prefix(1);
  return trimmed(cell);
}

}  // namespace

TableHead::TableHead(Rules const& rules, country::Country const& country, std::vector<std::string> names,
                     std::vector<Error>& wrong)
    : rules_(&rules) {
  for (std::string const& name : names) names_.push_back(trimmed(name));
  std::vector<Attribute const*> known;
  for (Attribute const& one : rules.attributes_of_all()) known.push_back(&one);
  for (country::ProductGroup const& group : country.groups())
    for (Attribute const& one : rules.form(group.code).attributes) known.push_back(&one);
  auto const is_known = [&](std::string_view name) {
    if (std::find(kOwnColumns.begin(), kOwnColumns.end(), name) != kOwnColumns.end()) return true;
    bool const unit = name.ends_with(kUnit);
    std::string_view const id = unit ? name.substr(0, name.size() - kUnit.size()) : name;
    return std::any_of(known.begin(), known.end(),
                       [&](Attribute const* one) { return one->id == id && (!unit || !one->units.empty()); });
  };
  for (std::size_t i = 0; i < names_.size(); ++i) {
    bool const twice = std::find(names_.begin(), names_.begin() + static_cast<std::ptrdiff_t>(i),
                                 names_[i]) != names_.begin() + static_cast<std::ptrdiff_t>(i);
    if (twice || !is_known(names_[i]))
      wrong.push_back(Error(kTableColumn).at("1/" + std::to_string(i + 1)).with("column", names_[i]));
  }
  if (std::find(names_.begin(), names_.end(), "gtin") == names_.end())
    wrong.push_back(Error(kTableColumnMissing).at("1").with("column", "gtin"));
}

std::string TableHead::cell(std::vector<std::string> const& fields, std::string_view name) const {
  auto const found = std::find(names_.begin(), names_.end(), name);
  auto const place = static_cast<std::size_t>(found - names_.begin());
  return place < fields.size() ? without_guard(fields[place]) : std::string();
}

CardBody TableHead::read(std::size_t line, std::vector<std::string> const& fields, std::string const& group,
                         std::vector<Error>& wrong) const {
  CardBody body{.gtin = cell(fields, "gtin"),
                .group = cell(fields, "group"),
                .level = cell(fields, "level"),
                .attributes = {}};
  if (body.group.empty()) body.group = group;
  if (body.level.empty()) body.level = name_of(country::PackageLevel::Unit);
  CardForm const& form = rules_->form(body.group);
  for (std::size_t i = 0; i < names_.size() && i < fields.size(); ++i) {
    std::string const& name = names_[i];
    bool const own = std::find(kOwnColumns.begin(), kOwnColumns.end(), name) != kOwnColumns.end();
    std::string value = without_guard(fields[i]);
    if (own || value.empty() || name.ends_with(kUnit)) continue;
    Attribute const* attribute = form.find(name);
    CardAttribute one{.id = name};
    if (attribute && attribute->type == AttributeType::List)
      one.values = split(value);
    else
      one.value = std::move(value);
    std::string unit = cell(fields, name + std::string(kUnit));
    if (!unit.empty()) one.unit = std::move(unit);
    body.attributes.push_back(std::move(one));
  }
  RowReader row(line, wrong);
  row.nested(cell(fields, "nested"), body);
  row.conformity({split(cell(fields, "conformity.kind")), split(cell(fields, "conformity.number")),
                  split(cell(fields, "conformity.issuer")), split(cell(fields, "conformity.from")),
                  split(cell(fields, "conformity.until"))},
                 body);
  auto photos = split(cell(fields, "photos"));
  if (!photos.empty()) body.photos = std::move(photos);
  return body;
}

std::string TableHead::column_of(CardBody const& body, std::string_view pointer) {
  auto const part = [&](std::size_t n) {
    std::string_view rest = pointer;
    for (std::size_t i = 0; i <= n; ++i) {
      if (rest.empty()) return std::string_view();
      rest.remove_prefix(1);
      if (i < n) rest.remove_prefix(std::min(rest.find('/'), rest.size()));
    }
    return rest.substr(0, rest.find('/'));
  };
  std::string_view const first = part(0);
  std::string const index(part(1));
  std::size_t place = 0;
  auto const [end, error] = std::from_chars(index.data(), index.data() + index.size(), place);
  bool const indexed = !index.empty() && error == std::errc() && end == index.data() + index.size();
  if (first == "attributes" && indexed && place < body.attributes.size())
    return body.attributes[place].id + (part(2) == "unit" ? std::string(kUnit) : std::string());
  if (first == "conformity" && indexed) return "conformity." + std::string(part(2));
  return std::string(first);
}

}  // namespace tamga::catalogue
