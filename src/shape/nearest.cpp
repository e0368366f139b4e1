// SPDX-License-Identifier: Apache-2.0
#include "shape/nearest.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace tamga::shape {
namespace {

constexpr std::size_t kLettersMax = 40;  // names are short; a longer one is compared by its front
constexpr std::size_t kShownMax = 20;

std::string plain(std::string_view name) {
  std::string letters;
  for (char const c : name.substr(0, kLettersMax)) {
    if (c == '_' || c == '-' || c == ' ') continue;
    letters.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return letters;
}

std::size_t distance(std::string const& a, std::string const& b) {
  using Row = std::array<std::size_t, kLettersMax + 1>;
  Row before{};
  Row above{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t const change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({change, above[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
  }
  return above[b.size()];
}

}  // namespace

Nearness by_nearness(std::string_view given, std::span<std::string_view const> known) {
  std::string const letters = plain(given);
  std::vector<std::pair<std::size_t, std::size_t>> ranked;  // distance, then place in `known`
  ranked.reserve(known.size());
  for (std::size_t i = 0; i < known.size(); ++i) ranked.emplace_back(distance(letters, plain(known[i])), i);
  std::sort(ranked.begin(), ranked.end());

  Nearness result;
  for (std::size_t i = 0; i < std::min(ranked.size(), kShownMax); ++i) {
    std::string_view const name = known[ranked[i].second];
    // One slip in short names, one in each three letters of longer ones.
    if (i == 0 && ranked[0].first <= std::max<std::size_t>(1, name.size() / 3)) result.best = name;
    if (i > 0) result.all += ", ";
    result.all += name;
  }
  return result;
}

std::string_view clip(std::string_view text, std::size_t max) {
  if (text.size() <= max) return text;
  std::size_t end = max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

}  // namespace tamga::shape
