// SPDX-License-Identifier: Apache-2.0
#include "gs1/scan_view.hpp"

#include <algorithm>

#include "gs1/serial.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

constexpr std::size_t kSerialAt = 2 + Gtin::kDigits + 2;
constexpr std::size_t kLegacySerial = 7;
constexpr std::size_t kLegacyIdentity = Gtin::kDigits + kLegacySerial;
constexpr std::size_t kLegacyPrice = 4;
constexpr std::size_t kElementPrice = 6;

constexpr bool all_of(SymbolSet set, char const* text, std::size_t size) {
  std::uint8_t in = 0xFF;
  for (std::size_t i = 0; i < size; ++i) in &= detail::kSymbolTable[static_cast<unsigned char>(text[i])];
  return (in & set) != 0;
}

/// What is left of the text. Plain pointers: this is the hot path, and checked accesses cost a third of it.
struct Cursor {
  char const* at;
  char const* end;

  [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end - at); }
  [[nodiscard]] bool at_ai(char first, char second) const {
    return left() >= 2 && at[0] == first && at[1] == second;
  }

  /// Takes `size` characters behind an AI of `ai_size`; a separator and more must follow, or the end.
  template <SymbolSet Set>
  bool take(std::size_t ai_size, std::size_t size, std::string_view& value) {
    if (left() < ai_size + size) return false;
    char const* const begin = at + ai_size;
    if (!all_of(Set, begin, size)) return false;
    value = {begin, size};
    at = begin + size;
    if (at == end) return true;
    if (*at != kGs || left() == 1) return false;
    ++at;
    return true;
  }
};

bool take_92(Cursor& rest, ScanView& out) {
  constexpr std::size_t kShort = 2 + tail_size(TailKind::Mac44);
  bool const ends_short = rest.left() == kShort || (rest.left() > kShort && rest.at[kShort] == kGs);
  out.tail_kind = ends_short ? TailKind::Mac44 : TailKind::Signature88;
  return rest.take<kBase64>(2, tail_size(out.tail_kind), out.tail);
}

/// An AI that is part of the code itself cannot be an addition to it.
bool belongs_to_code(std::string_view ai) {
  return ai == "00" || ai == "01" || ai == "02" || ai == "21" || ai == "8005" || ai == "91" || ai == "92" ||
         ai == "93";
}

bool take_extras(std::string_view rest, ScanView& out) {
  while (!rest.empty()) {
    if (out.extra_count == ScanView::kMaxExtras) return false;
    Element& element = out.extra_elements[out.extra_count];
    if (!take_element(rest, element) || belongs_to_code(element.ai)) return false;
    for (auto const& before : out.extras()) {
      if (before.ai == element.ai) return false;
    }
    bool const separated = rest.data() != element.value.data() + element.value.size();
    bool const needed = !find_ai_rule(element.ai)->predefined && !rest.empty();
    if (separated != needed) return false;
    ++out.extra_count;
  }
  return true;
}

void begin(ScanView& out, ScanKind kind, std::string_view text) {
  out.kind = kind;
  out.tail_kind = TailKind::None;
  out.extra_count = 0;
  out.gtin = {};
  out.sscc = {};
  out.text = text;
  out.identity = text;
  out.serial = out.price = out.key_id = out.tail = out.rest = {};
}

/// A serial without anything behind it that holds "<GS>" and an AI may be a damaged code.
bool spells_separator(std::string_view serial) {
  auto const visible = serial.find('<');
  if (visible == std::string_view::npos) return false;
  auto const at = serial.find(kVisibleGs, visible);
  return at != std::string_view::npos && stands_for_separator(serial.substr(at));
}

bool read_item(std::string_view text, ScanView& out) {
  begin(out, ScanKind::Item, text);
  auto const gtin = Gtin::read14(text.substr(2, Gtin::kDigits));
  if (!gtin) return false;
  out.gtin = *gtin;

  Cursor rest{text.data() + kSerialAt, text.data() + text.size()};
  std::size_t size = 0;
  std::size_t const limit = std::min(rest.left(), kMaxSerial + 1);
  while (size < limit && is(kSet82, rest.at[size])) ++size;
  if (size == 0 || size > kMaxSerial) return false;
  out.serial = {rest.at, size};
  out.identity = {text.data(), kSerialAt + size};
  rest.at += size;
  if (rest.at == rest.end) return !spells_separator(out.serial);
  if (*rest.at != kGs || rest.left() == 1) return false;
  ++rest.at;

  if (rest.at_ai('8', '0')) {
    if (rest.left() < 4 || rest.at[2] != '0' || rest.at[3] != '5') return false;
    if (!rest.take<kDigit>(4, kElementPrice, out.price)) return false;
  }
  if (rest.at_ai('9', '1') && !rest.take<kSet82>(2, kKeyIdSize, out.key_id)) return false;
  if (rest.at_ai('9', '2')) {
    if (!take_92(rest, out)) return false;
  } else if (rest.at_ai('9', '3')) {
    out.tail_kind = TailKind::Mac4;
    if (!rest.take<kSet82>(2, tail_size(TailKind::Mac4), out.tail)) return false;
  }
  return rest.at == rest.end || take_extras({rest.at, rest.left()}, out);
}

bool read_transport(std::string_view text, ScanView& out) {
  auto const sscc = Sscc::read18(text.substr(2));
  if (!sscc) return false;
  begin(out, ScanKind::Transport, text);
  out.sscc = *sscc;
  return true;
}

}  // namespace

std::optional<Price> ScanView::price_value() const {
  return kind == ScanKind::Legacy ? read_pack_price(price) : read_element_price(price);
}

bool stands_for_separator(std::string_view text) {
  return text.starts_with(kVisibleGs) && find_ai_rule(text.substr(kVisibleGs.size())) != nullptr;
}

bool claims_item(std::string_view text) {
  return text.size() >= kSerialAt && text[0] == '0' && text[1] == '1' && text[16] == '2' && text[17] == '1' &&
         all(kDigit, text.substr(2, Gtin::kDigits));
}

bool read_legacy(std::string_view text, ScanView& out) {
  if (text.size() != kLegacyIdentity && text.size() != kLegacyIdentity + 4 &&
      text.size() != kLegacyIdentity + 8) {
    return false;
  }
  auto const gtin = Gtin::read14(text.substr(0, Gtin::kDigits));
  if (!gtin || !all(kSet82, text)) return false;
  begin(out, ScanKind::Legacy, text);
  out.gtin = *gtin;
  out.identity = text.substr(0, kLegacyIdentity);
  out.serial = text.substr(Gtin::kDigits, kLegacySerial);
  out.rest = text.substr(kLegacyIdentity);
  return true;
}

bool parse_clean(std::string_view text, ScanView& out) {
  // An item whose check digit is wrong is never tried as a legacy code: one in ten would pass as a wrong one.
  if (claims_item(text)) return read_item(text, out);
  if (text.size() == Sscc::kDigits + 2 && text.starts_with("00")) return read_transport(text, out);
  return read_legacy(text, out);
}

bool fits(ScanView const& code, CodeLayout const& layout) {
  if (code.kind != ScanKind::Item || layout.shape() != CodeLayout::Shape::Item) return false;
  return code.serial.size() == layout.serial_length() &&
         (code.price.empty() || layout.price() == CodeLayout::PriceField::Element8005) &&
         (code.key_id.empty() || layout.has_key_id()) &&
         (code.tail.empty() || code.tail_kind == layout.tail());
}

bool apply_layout(ScanView& code, CodeLayout const& layout) {
  if (code.kind != ScanKind::Legacy || layout.shape() != CodeLayout::Shape::Legacy) return false;
  if (layout.serial_length() != code.serial.size()) return false;
  bool const priced = layout.price() == CodeLayout::PriceField::Base80;
  std::size_t const price = priced ? kLegacyPrice : 0;
  if (code.rest.empty()) return true;
  bool const tailed = code.rest.size() == price + tail_size(layout.tail());
  if (!tailed && code.rest.size() != price) return false;
  if (priced && !read_pack_price(code.rest.substr(0, price))) return false;
  code.price = code.rest.substr(0, price);
  code.tail = code.rest.substr(price);
  code.tail_kind = tailed ? layout.tail() : TailKind::None;
  return true;
}

}  // namespace tamga::gs1
