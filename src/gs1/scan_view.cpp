// SPDX-License-Identifier: Apache-2.0
#include "gs1/scan_view.hpp"

#include "gs1/serial.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

constexpr std::size_t kSerialAt = 2 + Gtin::kDigits + 2;
constexpr std::size_t kLegacySerial = 7;
constexpr std::size_t kLegacyIdentity = Gtin::kDigits + kLegacySerial;
constexpr std::size_t kLegacyPrice = 4;
constexpr std::size_t kElementPrice = 6;

/// Takes `ai` and `size` characters, which must be followed by a separator or by the end.
bool take(std::string_view& rest, std::string_view ai, std::size_t size, SymbolSet set,
          std::string_view& value) {
  if (!rest.starts_with(ai) || rest.size() < ai.size() + size) return false;
  value = rest.substr(ai.size(), size);
  if (!all(set, value)) return false;
  rest.remove_prefix(ai.size() + size);
  if (rest.empty()) return true;
  if (rest.front() != kGs || rest.size() == 1) return false;
  rest.remove_prefix(1);
  return true;
}

bool take_tail(std::string_view& rest, ScanView& out) {
  if (rest.starts_with("93")) {
    out.tail_kind = TailKind::Mac4;
    return take(rest, "93", tail_size(TailKind::Mac4), kSet82, out.tail);
  }
  auto const end = std::min(rest.find(kGs), rest.size());
  out.tail_kind = end == 2 + tail_size(TailKind::Mac44) ? TailKind::Mac44 : TailKind::Signature88;
  return take(rest, "92", tail_size(out.tail_kind), kBase64, out.tail);
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

bool read_item(std::string_view text, ScanView& out) {
  begin(out, ScanKind::Item, text);
  auto const gtin = Gtin::read14(text.substr(2, Gtin::kDigits));
  if (!gtin) return false;
  out.gtin = *gtin;

  auto rest = text.substr(kSerialAt);
  std::size_t size = 0;
  while (size < rest.size() && size <= kMaxSerial && is(kSet82, rest[size])) ++size;
  if (size == 0 || size > kMaxSerial) return false;
  out.serial = rest.substr(0, size);
  out.identity = text.substr(0, kSerialAt + size);
  rest.remove_prefix(size);
  if (rest.empty()) {
    auto const visible = out.serial.find(kVisibleGs);
    return visible == std::string_view::npos || !stands_for_separator(out.serial.substr(visible));
  }
  if (rest.front() != kGs || rest.size() == 1) return false;
  rest.remove_prefix(1);

  if (rest.starts_with("8005") && !take(rest, "8005", kElementPrice, kDigit, out.price)) return false;
  if (rest.starts_with("91") && !take(rest, "91", kKeyIdSize, kSet82, out.key_id)) return false;
  if ((rest.starts_with("92") || rest.starts_with("93")) && !take_tail(rest, out)) return false;
  return take_extras(rest, out);
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
