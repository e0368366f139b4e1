// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tamga::gs1 {

/// FNC1 as scanners transmit it: ends a variable-length element when something follows.
inline constexpr char kGs = '\x1D';

/// The sets of characters that parts of a code may be made of, as one bit each.
enum SymbolSet : std::uint8_t {
  kDigit = 1,
  kLetter = 2,     ///< Latin letters
  kSet82 = 4,      ///< GS1 AI encodable character set 82 (General Specifications 7.11)
  kBase64 = 8,     ///< RFC 4648 section 4 with padding
  kPrice80 = 16,   ///< set 82 without the brackets: digits of the price in a pack code
  kOwnFormat = 32  ///< a participant's own transport code
};

inline constexpr std::string_view kSet82Symbols =
    "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

namespace detail {
constexpr std::array<std::uint8_t, 256> symbol_table() {
  std::array<std::uint8_t, 256> table{};
  for (char const c : kSet82Symbols) {
    auto const i = static_cast<unsigned char>(c);
    bool const digit = c >= '0' && c <= '9';
    bool const letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    table[i] = kSet82;
    if (digit) table[i] |= kDigit;
    if (letter) table[i] |= kLetter;
    if (digit || letter || c == '+' || c == '/' || c == '=') table[i] |= kBase64;
    if (c != '(' && c != ')') table[i] |= kPrice80;
    if (c != ';') table[i] |= kOwnFormat;
  }
  return table;
}
inline constexpr auto kSymbolTable = symbol_table();
}  // namespace detail

constexpr bool is(SymbolSet set, char c) {
  return (detail::kSymbolTable[static_cast<unsigned char>(c)] & set) != 0;
}

constexpr bool all(SymbolSet set, std::string_view text) {
  std::uint8_t in = 0xFF;
  for (char const c : text) in &= detail::kSymbolTable[static_cast<unsigned char>(c)];
  return (in & set) != 0;
}

/// Where the first character outside the set stands, counted from 1; 0 when there is none.
constexpr std::size_t first_outside(SymbolSet set, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is(set, text[i])) return i + 1;
  }
  return 0;
}

/// The text without the spaces, tabs and line ends around it.
constexpr std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  auto const first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

}  // namespace tamga::gs1
