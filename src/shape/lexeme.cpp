// SPDX-License-Identifier: Apache-2.0
#include "shape/lexeme.hpp"

#include <array>
#include <cstring>

namespace tamga::shape {
namespace {

constexpr std::uint32_t kBadHex = 0xFFFF'FFFFU;

constexpr std::array<std::int8_t, 256> kHexDigits = [] {
  std::array<std::int8_t, 256> table{};
  table.fill(-1);
  for (unsigned i = 0; i < 10; ++i) table['0' + i] = static_cast<std::int8_t>(i);
  for (unsigned i = 0; i < 6; ++i) table['a' + i] = table['A' + i] = static_cast<std::int8_t>(10 + i);
  return table;
}();

std::uint32_t hex4(std::string_view text) {
  if (text.size() < 4) return kBadHex;
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    int const digit = kHexDigits[static_cast<unsigned char>(text[i])];
    if (digit < 0) return kBadHex;
    value = value << 4 | static_cast<std::uint32_t>(digit);
  }
  return value;
}

void put_utf8(std::string& out, std::uint32_t c) {
  auto const put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0U | c >> 6);
  } else if (c < 0x10000) {
    put(0xE0U | c >> 12);
    put(0x80U | (c >> 6 & 0x3FU));
  } else {
    put(0xF0U | c >> 18);
    put(0x80U | (c >> 12 & 0x3FU));
    put(0x80U | (c >> 6 & 0x3FU));
  }
  put(0x80U | (c & 0x3FU));
}

/// One escape as it stands in the text: what it means and how long it is; size 0 when it is none.
struct Escape {
  std::uint32_t character = 0;
  std::size_t size = 0;
};

Escape unicode_escape(std::string_view text) {
  std::uint32_t const high = hex4(text.substr(2));
  if (high == kBadHex) return {};
  if (high < 0xD800 || high > 0xDFFF) return {high, 6};
  if (high > 0xDBFF || text.size() < 12 || text[6] != '\\' || text[7] != 'u') return {};
  std::uint32_t const low = hex4(text.substr(8));
  if (low < 0xDC00 || low > 0xDFFF) return {};  // kBadHex is above as well
  return {0x10000U + ((high - 0xD800U) << 10) + (low - 0xDC00U), 12};
}

Escape read_escape(std::string_view text) {
  if (text.size() < 2) return {};
  switch (text[1]) {
    case 'u':
      return unicode_escape(text);
    case '"':
    case '\\':
    case '/':
      return {static_cast<std::uint32_t>(text[1]), 2};
    case 'b':
      return {'\b', 2};
    case 'f':
      return {'\f', 2};
    case 'n':
      return {'\n', 2};
    case 'r':
      return {'\r', 2};
    case 't':
      return {'\t', 2};
    default:
      return {};
  }
}

/// Calls `plain` for each stretch without escapes and `special` for each escape, in order.
template <class Plain, class Special>
std::size_t walk(std::string_view raw, Plain&& plain, Special&& special) {
  std::size_t at = 0;
  while (at < raw.size()) {
    auto const* const found = static_cast<char const*>(std::memchr(raw.data() + at, '\\', raw.size() - at));
    std::size_t const end = found == nullptr ? raw.size() : static_cast<std::size_t>(found - raw.data());
    plain(raw.substr(at, end - at));
    if (found == nullptr) break;
    Escape const escape = read_escape(raw.substr(end));
    if (escape.size == 0) return end;
    special(escape.character);
    at = end + escape.size;
  }
  return std::string_view::npos;
}

std::size_t count_digits(std::string_view text, std::size_t from) {
  std::size_t end = from;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  return end - from;
}

}  // namespace

Unescaped unescape(std::string_view raw, std::string& out) {
  Unescaped result;
  result.flaw = walk(
      raw, [&](std::string_view part) { out.append(part); },
      [&](std::uint32_t c) {
        if (c < 0x20) result.controls |= 1U << c;
        put_utf8(out, c);
      });
  return result;
}

std::size_t escape_flaw(std::string_view raw) {
  return walk(
      raw, [](std::string_view) {}, [](std::uint32_t) {});
}

NumberForm read_number(std::string_view text, Whole& out) {
  bool const negative = !text.empty() && text[0] == '-';
  std::size_t at = negative ? 1 : 0;
  std::size_t const whole = count_digits(text, at);
  if (whole == 0 || (whole > 1 && text[at] == '0')) return NumberForm::None;
  std::string_view const digits = text.substr(at, whole);
  at += whole;

  bool fraction = false;
  if (at < text.size() && text[at] == '.') {
    std::size_t const size = count_digits(text, at + 1);
    if (size == 0) return NumberForm::None;
    at += 1 + size;
    fraction = true;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    std::size_t const size = count_digits(text, at);
    if (size == 0) return NumberForm::None;
    at += size;
    fraction = true;
  }
  if (at != text.size()) return NumberForm::None;
  if (fraction) return NumberForm::Fraction;

  if (digits.size() > 20) return NumberForm::TooBig;
  std::uint64_t value = 0;
  for (char const c : digits) {
    auto const digit = static_cast<std::uint64_t>(c - '0');
    if (__builtin_mul_overflow(value, 10U, &value) || __builtin_add_overflow(value, digit, &value))
      return NumberForm::TooBig;
  }
  out = {value, negative};
  return NumberForm::Whole;
}

}  // namespace tamga::shape
