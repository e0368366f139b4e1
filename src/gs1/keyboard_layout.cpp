// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>

#include "gs1/scan_cleaning.hpp"

namespace tamga::gs1 {
namespace {

// Keys of the Russian letters in the order of Unicode, U+0430 to U+044F and U+0410 to U+042F, on the Latin
// layout.
constexpr std::string_view kLowerKeys = "f,dult;pbqrkvyjghcnea[wxio]sm'.z";
constexpr std::string_view kUpperKeys = "F<DULT:PBQRKVYJGHCNEA{WXIO}SM\">Z";
static_assert(kLowerKeys.size() == 32 && kUpperKeys.size() == 32);

// ASCII characters that stand on other keys of the Russian layout.
constexpr std::array<std::pair<char, char>, 7> kMovedSigns{
    {{'.', '/'}, {',', '?'}, {'"', '@'}, {';', '$'}, {':', '^'}, {'?', '&'}, {'/', '|'}}};

bool is_lead(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte >= 0xD0 && byte <= 0xD3;  // U+0400 to U+04FF
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

char key_of_letter(unsigned code_point) {
  if (code_point >= 0x430 && code_point <= 0x44F) return kLowerKeys[code_point - 0x430];
  if (code_point >= 0x410 && code_point <= 0x42F) return kUpperKeys[code_point - 0x410];
  if (code_point == 0x451) return '`';
  if (code_point == 0x401) return '~';
  return '\0';
}

char key_of_sign(char c) {
  for (auto const& [typed, key] : kMovedSigns) {
    if (typed == c) return key;
  }
  return c;
}

}  // namespace

bool has_cyrillic(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (is_lead(text[i]) && is_continuation(text[i + 1])) return true;
  }
  return false;
}

std::string as_latin_keyboard(std::string_view text) {
  constexpr std::string_view kNumeroSign = "\xE2\x84\x96";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char key = '\0';
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      key = key_of_sign(text[i]);
    } else if (is_lead(text[i]) && i + 1 < text.size() && is_continuation(text[i + 1])) {
      key = key_of_letter((static_cast<unsigned char>(text[i]) & 0x1FU) << 6 |
                          (static_cast<unsigned char>(text[i + 1]) & 0x3FU));
      ++i;
    } else if (text.substr(i).starts_with(kNumeroSign)) {
      key = '#';
      i += kNumeroSign.size() - 1;
    }
    if (key == '\0') return {};
    out.push_back(key);
  }
  return out;
}

}  // namespace tamga::gs1
