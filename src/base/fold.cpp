// SPDX-License-Identifier: Apache-2.0
#include "base/fold.hpp"

#include <array>

namespace tamga {
namespace {

/// Quotation marks, apostrophes and the letter apostrophes of Uzbek.
constexpr std::array<std::string_view, 12> kMarks{"\"",
                                                  "'",
                                                  "`",
                                                  "\xC2\xAB",
                                                  "\xC2\xBB",
                                                  "\xCA\xBB",
                                                  "\xCA\xBC",
                                                  "\xE2\x80\x98",
                                                  "\xE2\x80\x99",
                                                  "\xE2\x80\x9C",
                                                  "\xE2\x80\x9D",
                                                  "\xE2\x80\x9E"};

std::size_t mark_at(std::string_view text) {
  for (std::string_view const mark : kMarks)
    if (text.starts_with(mark)) return mark.size();
  return 0;
}

/// Two bytes of UTF-8 beyond ASCII, in small: the Cyrillic capitals D0 80 to D0 AF.
std::string_view small(std::string_view pair, std::array<char, 2>& out) {
  auto const first = static_cast<unsigned char>(pair[0]);
  auto const second = static_cast<unsigned char>(pair[1]);
  unsigned const point = (first & 0x1FU) << 6U | (second & 0x3FU);
  unsigned lower = point;
  if (point >= 0x400 && point <= 0x40F)
    lower = point + 0x50;
  else if (point >= 0x410 && point <= 0x42F)
    lower = point + 0x20;
  else if ((point >= 0x490 && point <= 0x4BF && point % 2 == 0))
    lower = point + 1;  // the letters of other languages stand in pairs
  out = {static_cast<char>(0xC0U | lower >> 6U), static_cast<char>(0x80U | (lower & 0x3FU))};
  return {out.data(), out.size()};
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  while (!text.empty()) {
    auto const byte = static_cast<unsigned char>(text.front());
    if (std::size_t const mark = mark_at(text); mark > 0) {
      text.remove_prefix(mark);
      continue;
    }
    if (byte <= ' ') {
      space = !out.empty();
      text.remove_prefix(1);
      continue;
    }
    if (space) out += ' ';
    space = false;
    std::array<char, 2> pair{};
    if (byte >= 'A' && byte <= 'Z') {
      out += static_cast<char>(byte - 'A' + 'a');
      text.remove_prefix(1);
    } else if ((byte & 0xE0U) == 0xC0 && text.size() > 1) {
      out += small(text.substr(0, 2), pair);
      text.remove_prefix(2);
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace tamga
