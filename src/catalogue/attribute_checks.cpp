// SPDX-License-Identifier: Apache-2.0
#include "catalogue/attribute_checks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/errors.hpp"
#include "catalogue/pattern.hpp"
#include "identifiers/rule.hpp"

namespace tamga::catalogue {
namespace {

constexpr std::size_t kMostDigits = 15;
constexpr std::size_t kFullClass = 10;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::int64_t characters_of(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
}

std::string codes_of(std::vector<AttributeChoice> const& choices) {
  std::string all;
  for (AttributeChoice const& one : choices) all += (all.empty() ? "" : ", ") + one.code;
  return all;
}

/// One value after the other, each with its place.
class ValueCheck {
 public:
  ValueCheck(Rules const& rules, Attribute const& attribute, std::vector<Error>& wrong)
      : rules_(rules), attribute_(attribute), wrong_(wrong) {}

  void text(std::string const& value, std::string const& pointer) {
    std::int64_t const size = characters_of(value);
    if (size < attribute_.least || size > attribute_.most)
      range(pointer);
    else if (attribute_.pattern && !attribute_.pattern->matches(value))
      form(pointer, attribute_.pattern_text);
  }
  void number(std::string const& value, std::string const& pointer) {
    auto const scaled = read_decimal(value, attribute_.decimals);
    if (!scaled)
      return form(pointer, attribute_.decimals == 0
                               ? "0"
                               : "0." + std::string(static_cast<std::size_t>(attribute_.decimals), '0'));
    std::int64_t scale = 1;
    for (std::int64_t i = 0; i < attribute_.decimals; ++i) scale *= 10;
    if (*scaled < attribute_.least * scale || *scaled > attribute_.most * scale) range(pointer);
  }
  void unit(std::optional<std::string> const& unit, std::string const& pointer) {
    auto const& units = attribute_.units;
    bool const good =
        units.empty() ? !unit : unit && std::find(units.begin(), units.end(), *unit) != units.end();
    if (!good) tell(Error(kFieldUnit).with("units", fmt::format("{}", fmt::join(units, ", "))), pointer);
  }
  void classified(std::string const& value, std::string const& pointer) {
    auto const checked =
        identifiers::check(*identifiers::find_rule(rules_.classifier(attribute_.classifier)->rule), value);
    if (!checked)
      tell(checked.error(), pointer);
    else if (checked->doubt || checked->text.size() < kFullClass)
      tell(Error(kClassNotFull), pointer);
  }
  void form(std::string const& pointer, std::string expected) {
    tell(Error(kFieldForm).with("expected", std::move(expected)), pointer);
  }
  void choice(std::string const& value, std::string const& pointer) {
    if (!attribute_.choice(value))
      tell(Error(kFieldChoice).with("choices", codes_of(attribute_.choices)), pointer);
  }

 private:
  void range(std::string const& pointer) {
    tell(Error(kFieldRange)
             .with("least", std::to_string(attribute_.least))
             .with("most", std::to_string(attribute_.most)),
         pointer);
  }
  void tell(Error error, std::string const& pointer) {
    wrong_.push_back(std::move(error).at(pointer).with("attribute", attribute_.id));
  }

  Rules const& rules_;
  Attribute const& attribute_;
  std::vector<Error>& wrong_;
};

void check_list(Attribute const& attribute, CardAttribute const& given, std::string const& pointer,
                ValueCheck& check) {
  std::string const place = pointer + "/values";
  if (given.value) check.form(pointer + "/value", "values");
  if (!given.values) return;
  if (static_cast<std::int64_t>(given.values->size()) > attribute.most_items)
    check.form(place, fmt::format("<= {}", attribute.most_items));
  for (std::size_t i = 0; i < given.values->size(); ++i)
    check.text((*given.values)[i], place + '/' + std::to_string(i));
}

}  // namespace

std::optional<std::int64_t> read_decimal(std::string_view text, std::int64_t decimals) {
  bool const negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  auto const point = text.find('.');
  std::string_view const whole = text.substr(0, point);
  std::string_view const part = point == std::string_view::npos ? "" : text.substr(point + 1);
  bool const missing = whole.empty() || (point != std::string_view::npos && part.empty());
  if (missing || static_cast<std::int64_t>(part.size()) > decimals) return std::nullopt;
  std::string digits = std::string(whole) + std::string(part);
  digits.append(static_cast<std::size_t>(decimals) - part.size(), '0');
  if (digits.size() > kMostDigits || !std::all_of(digits.begin(), digits.end(), is_digit))
    return std::nullopt;
  std::int64_t value = 0;
  for (char const digit : digits) value = value * 10 + (digit - '0');
  return negative ? -value : value;
}

bool says_something(CardAttribute const& given) {
  return (given.value && !given.value->empty()) || (given.values && !given.values->empty());
}

void check_value(Rules const& rules, Attribute const& attribute, CardAttribute const& given,
                 std::string const& pointer, std::vector<Error>& wrong) {
  ValueCheck check(rules, attribute, wrong);
  if (attribute.type == AttributeType::List) return check_list(attribute, given, pointer, check);
  if (given.values) check.form(pointer + "/values", "value");
  if (!given.value || given.value->empty()) return;
  std::string const& value = *given.value;
  std::string const place = pointer + "/value";
  switch (attribute.type) {
    case AttributeType::Text:
      check.text(value, place);
      break;
    case AttributeType::Number:
      check.number(value, place);
      break;
    case AttributeType::Date:
      if (!Date::parse(value)) check.form(place, "YYYY-MM-DD");
      break;
    case AttributeType::Choice:
      check.choice(value, place);
      break;
    case AttributeType::Flag:
      if (value != "yes" && value != "no") check.form(place, "yes, no");
      break;
    case AttributeType::Country:
      if (value.size() != 2 || !is_capital(value[0]) || !is_capital(value[1])) check.form(place, "UZ");
      break;
    case AttributeType::Class:
      check.classified(value, place);
      break;
    case AttributeType::List:
      break;
  }
  if (attribute.type == AttributeType::Number)
    check.unit(given.unit, pointer + "/unit");
  else if (given.unit)
    check.unit(given.unit, pointer + "/unit");
}

}  // namespace tamga::catalogue
