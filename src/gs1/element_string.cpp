// SPDX-License-Identifier: Apache-2.0
#include "gs1/element_string.hpp"

#include <algorithm>

#include "gs1/check_digit.hpp"
#include "gs1/errors.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

enum class Fault : std::uint8_t { None, Unknown, Charset, Length, CheckDigit };

bool check_digit_fits(AiRule const& rule, std::string_view value) {
  switch (rule.content) {
    case AiRule::Content::Gtin:
      return read_checked<14>(value.data()).check;
    case AiRule::Content::Sscc:
      return read_checked<18>(value.data()).check;
    default:
      return true;
  }
}

Fault take(std::string_view& text, Element& out) {
  auto const* rule = find_ai_rule(text);
  if (rule == nullptr) return Fault::Unknown;
  out.ai = text.substr(0, rule->ai_size());
  auto const rest = text.substr(rule->ai_size());
  auto const to_separator = rest.substr(0, rest.find(kGs));
  out.value = rule->predefined ? to_separator.substr(0, rule->max_size) : to_separator;
  if (!all(rule->content == AiRule::Content::Set82 ? kSet82 : kDigit, out.value)) return Fault::Charset;
  if (out.value.size() < rule->min_size || out.value.size() > rule->max_size) return Fault::Length;
  if (!check_digit_fits(*rule, out.value)) return Fault::CheckDigit;
  text = rest.substr(out.value.size());
  if (text.starts_with(kGs)) text.remove_prefix(1);
  return Fault::None;
}

}  // namespace

std::string_view ElementList::value_of(std::string_view ai) const {
  auto const found = std::find_if(begin(), end(), [&](Element const& element) { return element.ai == ai; });
  return found == end() ? std::string_view{} : found->value;
}

bool take_element(std::string_view& text, Element& out) { return take(text, out) == Fault::None; }

Result<Element> take_element(std::string_view& text) {
  Element element;
  auto const about = [&](ErrorKind const& kind) {
    return fail(Error(kind).with("ai", std::string(element.ai)).with("value", std::string(element.value)));
  };
  switch (take(text, element)) {
    case Fault::None:
      return element;
    case Fault::Unknown:
      return fail(Error(kElementUnknown).with("ai", std::string(text.substr(0, 4))));
    case Fault::Charset:
      return about(kElementCharset);
    case Fault::Length:
      return about(kElementLength);
    case Fault::CheckDigit:
      return about(kElementCheckDigit);
  }
  return element;
}

Result<ElementList> parse_element_string(std::string_view text) {
  if (text.empty()) return fail(kIdentifierEmpty);
  auto rest = text.starts_with(kGs) ? text.substr(1) : text;
  if (rest.empty()) return fail(kIdentifierEmpty);
  ElementList list;
  while (!rest.empty()) {
    auto const at = std::to_string(text.size() - rest.size() + 1);
    auto element = take_element(rest);
    if (!element) return fail(std::move(element).error().at(at));
    if (!list.value_of(element->ai).empty()) {
      return fail(Error(kElementRepeated).at(at).with("ai", std::string(element->ai)));
    }
    if (!list.add(*element))
      return fail(Error(kElementTooMany).at(at).with("limit", std::to_string(kMaxElements)));
  }
  return list;
}

void append_element_string(std::string& out, std::span<Element const> elements) {
  bool separator = false;
  for (auto const& element : elements) {
    if (separator) out.push_back(kGs);
    out.append(element.ai).append(element.value);
    auto const* rule = find_ai_rule(element.ai);
    separator = rule == nullptr || !rule->predefined;
  }
}

}  // namespace tamga::gs1
