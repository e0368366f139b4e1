// SPDX-License-Identifier: Apache-2.0
#include "catalogue/words.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/fold.hpp"

namespace tamga::catalogue {
namespace {

constexpr std::size_t kMostWords = 64;
constexpr std::size_t kLongestWord = 40;

/// U+0430 to U+044F in their order.
constexpr std::array<std::string_view, 32> kSmallCyrillic{
    "a", "b", "v", "g", "d", "e", "j",  "z",  "i",  "y",  "k", "l", "m", "n", "o",  "p",
    "r", "s", "t", "u", "f", "x", "ts", "ch", "sh", "sh", "",  "i", "",  "e", "yu", "ya"};
constexpr char32_t kFirstSmall = 0x430;

struct Letter {
  char32_t point;
  std::string_view latin;
};
/// Beyond the Russian alphabet; of Uzbek the marks are gone in both scripts.
constexpr std::array kOtherLetters{Letter{0x451, "yo"}, Letter{0x45E, "o"}, Letter{0x49B, "q"},
                                   Letter{0x493, "g"}, Letter{0x4B3, "h"}};

/// Ways in which people write one sound in Latin letters.
struct Spelling {
  std::string_view written;
  std::string_view kept;
};
constexpr std::array kSpellings{Spelling{"shch", "sh"}, Spelling{"zh", "j"}, Spelling{"kh", "x"}};

std::optional<std::string_view> latin_of(std::string_view pair) {
  auto const point = (static_cast<char32_t>(static_cast<unsigned char>(pair[0])) & 0x1FU) << 6U |
                     (static_cast<char32_t>(static_cast<unsigned char>(pair[1])) & 0x3FU);
  if (point >= kFirstSmall && point < kFirstSmall + kSmallCyrillic.size())
    return kSmallCyrillic.at(point - kFirstSmall);
  for (Letter const& letter : kOtherLetters)
    if (letter.point == point) return letter.latin;
  return std::nullopt;
}

std::string respelled(std::string word) {
  for (Spelling const& one : kSpellings)
    for (auto at = word.find(one.written); at != std::string::npos; at = word.find(one.written, at))
      word.replace(at, one.written.size(), one.kept);
  if (word.starts_with("ye")) word.erase(0, 1);  // the letter E at the beginning of words
  return word;
}

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }
bool is_part(char byte) {
  return !is_ascii(byte) || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

}  // namespace

std::vector<std::string> search_words(std::string_view given) {
  std::string const small = folded(given);
  std::string_view text = small;
  std::vector<std::string> words;
  std::string word;
  auto const end_word = [&] {
    std::string done = respelled(std::move(word));
    word.clear();
    if (done.size() > kLongestWord) done.resize(kLongestWord);
    if (!done.empty() && std::find(words.begin(), words.end(), done) == words.end())
      words.push_back(std::move(done));
  };
  while (!text.empty() && words.size() < kMostWords) {
    bool const pair = (static_cast<unsigned char>(text.front()) & 0xE0U) == 0xC0 && text.size() > 1;
    std::size_t const taken = pair ? 2 : 1;
    if (auto const latin = pair ? latin_of(text) : std::nullopt)
      word += *latin;
    else if (is_part(text.front()))
      word += text.substr(0, taken);
    else
      end_word();
    text.remove_prefix(taken);
  }
  if (words.size() < kMostWords) end_word();
  return words;
}

}  // namespace tamga::catalogue
