// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>

#include "gs1/code_layout.hpp"
#include "gs1/element_string.hpp"
#include "gs1/errors.hpp"
#include "gs1/serial.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {

/// Reads one layout from left to right; the grammar is in docs/formats/codes.md.
class CodeLayoutReader {
 public:
  explicit CodeLayoutReader(std::string_view text) : text_(text), rest_(text) {}

  Result<CodeLayout> read() {
    bool const ok = accept("00(18)")     ? transport()
                    : accept("free(")    ? free_format()
                    : accept("gtin(14)") ? legacy()
                                         : item();
    if (!ok || !rest_.empty()) {
      return fail(Error(kCodeLayoutSyntax)
                      .with("layout", std::string(text_))
                      .with("position", std::to_string(text_.size() - rest_.size() + 1)));
    }
    return layout_;
  }

 private:
  bool accept(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  /// A number from 1 to `limit`, without leading zeros.
  std::optional<std::uint8_t> number(unsigned limit) {
    unsigned value = 0;
    auto left = rest_;
    while (!left.empty() && is(kDigit, left.front()) && value <= limit) {
      value = value * 10 + static_cast<unsigned>(left.front() - '0');
      if (value == 0) return std::nullopt;
      left.remove_prefix(1);
    }
    if (value == 0 || value > limit) return std::nullopt;
    rest_ = left;
    return static_cast<std::uint8_t>(value);
  }

  bool serial() {
    auto const length = number(kMaxSerial);
    if (!length || !accept(")")) return false;
    layout_.serial_length_ = *length;
    return true;
  }

  bool transport() {
    layout_.shape_ = CodeLayout::Shape::Transport;
    return true;
  }

  bool free_format() {
    layout_.shape_ = CodeLayout::Shape::Free;
    auto const min = number(255);
    if (!min || !accept("-")) return false;
    auto const max = number(255);
    if (!max || *max < *min || !accept(")")) return false;
    layout_.free_min_ = *min;
    layout_.free_max_ = *max;
    return true;
  }

  bool legacy() {
    layout_.shape_ = CodeLayout::Shape::Legacy;
    if (!accept("serial(") || !serial()) return false;
    if (accept("mrp(4)")) layout_.price_ = CodeLayout::PriceField::Base80;
    layout_.tail_ = accept("check(4)")   ? TailKind::Legacy4
                    : accept("check(8)") ? TailKind::Legacy8
                                         : TailKind::None;
    return layout_.tail_ != TailKind::None;
  }

  bool item() {
    if (!accept("01+21(") || !serial()) return false;
    if (accept("+8005(6)")) layout_.price_ = CodeLayout::PriceField::Element8005;
    layout_.key_id_ = accept("+91(4)");
    layout_.tail_ = accept("+92(44)")   ? TailKind::Mac44
                    : accept("+92(88)") ? TailKind::Signature88
                    : accept("+93(4)")  ? TailKind::Mac4
                                        : TailKind::None;
    return !accept("[+") || last_elements();
  }

  bool last_elements() {
    do {
      if (layout_.last_count_ == layout_.last_.size() || !last_element()) return false;
    } while (accept("|"));
    return accept("]");
  }

  bool last_element() {
    CodeLayout::LastElement element;
    std::size_t size = 0;
    while (size < rest_.size() && is(kDigit, rest_[size])) ++size;
    if (size == 0 || size > element.ai.size()) return false;
    rest_.copy(element.ai.data(), size);
    element.ai_size = static_cast<std::uint8_t>(size);
    rest_.remove_prefix(size);
    element.decimals = accept("Y");

    auto const* rule = find_ai_rule(std::string(element.prefix()) + (element.decimals ? "0" : ""));
    if (rule == nullptr || rule->ai_size() != size + (element.decimals ? 1U : 0U)) return false;
    if (!accept("(")) return false;
    if (accept("base64)")) {
      element.base64 = true;
      element.min_size = rule->min_size;
      element.max_size = rule->max_size;
    } else {
      auto const min = number(rule->max_size);
      bool const range = min && accept("-");
      auto const max = range ? number(rule->max_size) : min;
      if (!min || !max || (range && *max <= *min) || *min < rule->min_size || !accept(")")) return false;
      element.min_size = *min;
      element.max_size = *max;
    }
    layout_.last_[layout_.last_count_++] = element;
    return true;
  }

  std::string_view text_;
  std::string_view rest_;
  CodeLayout layout_;
};

Result<CodeLayout> CodeLayout::parse(std::string_view text) { return CodeLayoutReader(text).read(); }

std::string CodeLayout::text() const {
  switch (shape_) {
    case Shape::Transport:
      return "00(18)";
    case Shape::Free:
      return fmt::format("free({}-{})", free_min_, free_max_);
    case Shape::Legacy:
      return fmt::format("gtin(14)serial({}){}check({})", serial_length_,
                         price_ == PriceField::Base80 ? "mrp(4)" : "", tail_size(tail_));
    case Shape::Item:
      break;
  }
  std::string out = fmt::format("01+21({})", serial_length_);
  if (price_ == PriceField::Element8005) out += "+8005(6)";
  if (key_id_) out += "+91(4)";
  if (tail_ != TailKind::None) out += fmt::format("+{}({})", tail_ai(tail_), tail_size(tail_));
  char opening = '[';
  for (auto const& last : last_elements()) {
    out += opening == '[' ? "[+" : "|";
    opening = '|';
    out.append(last.prefix()).append(last.decimals ? "Y" : "");
    out += last.base64                      ? std::string("(base64)")
           : last.min_size == last.max_size ? fmt::format("({})", last.min_size)
                                            : fmt::format("({}-{})", last.min_size, last.max_size);
  }
  if (opening == '|') out += ']';
  return out;
}

}  // namespace tamga::gs1
