// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tamga::scenario {

/// A word of a line, or a comma. Words in "quotes" are one, without the quotes.
struct Token {
  std::string text;
  std::size_t begin = 0;  ///< where it stands in the line
  std::size_t end = 0;
  bool quoted = false;
};
std::vector<Token> tokens_of(std::string_view line);

/// What stood in the places of a pattern.
class Match {
 public:
  /// Empty when the place is optional and was left out.
  [[nodiscard]] std::string operator[](std::string_view place) const;
  [[nodiscard]] bool has(std::string_view place) const;
  void put(std::string place, std::string text) { filled_.emplace_back(std::move(place), std::move(text)); }
  [[nodiscard]] std::size_t size() const { return filled_.size(); }
  void shrink(std::size_t size) { filled_.resize(size); }
  /// Words of the line that stand for themselves in the pattern: the more, the closer the meaning.
  [[nodiscard]] int words() const { return words_; }
  void add_words(int count) { words_ += count; }

 private:
  std::vector<std::pair<std::string, std::string>> filled_;
  int words_ = 0;
};

/// The form of a line. Words stand for themselves; "is|are" for either; {place} for one word; {place...} for
/// one or more; {place>} for all the rest as it is written; [...] may be left out, and several such parts may
/// come in any order. A comma may stand before any part.
class Pattern {
 public:
  explicit Pattern(std::string_view text);
  [[nodiscard]] std::optional<Match> match(std::string_view line) const;
  [[nodiscard]] std::string const& text() const { return text_; }
  /// How many words of the pattern the line has too: to guess what was meant.
  [[nodiscard]] int likeness(std::string_view line) const;

 private:
  struct Part {
    enum class Kind : std::uint8_t { Word, One, Many, Rest } kind;
    std::vector<std::string> words;  ///< alternatives, or the name of the place
  };
  using Sequence = std::vector<Part>;
  struct Walk;

  static Sequence parts_of(std::string_view text);

  std::string text_;
  Sequence required_;
  std::vector<Sequence> optional_;  ///< always behind the required parts
};

}  // namespace tamga::scenario
