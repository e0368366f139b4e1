// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shape/document.hpp"

namespace tamga::shape {

/// The tokens of a document one after another. A token is one of { } [ ] : , or the first byte of a text, a
/// number or a word; between two tokens there is only white space beside the token itself. After the last
/// token the byte is '\0' for ever. Cheap to copy.
class Tokens {
 public:
  explicit Tokens(JsonDocument const& document)
      : bytes_(document.bytes_), starts_(document.starts_.get()), count_(document.count_) {}

  [[nodiscard]] bool at_end() const { return next_ >= count_; }
  /// First byte of the token.
  [[nodiscard]] char front() const { return at_end() ? '\0' : bytes_[starts_[next_]]; }
  /// Where the token begins; the size of the text at the end.
  [[nodiscard]] std::size_t offset() const { return at_end() ? bytes_.size() : starts_[next_]; }
  /// Where the token before this one ended.
  [[nodiscard]] std::size_t last_end() const {
    return next_ == 0 ? 0 : starts_[next_ - 1] + lexeme(next_ - 1).size();
  }
  /// The bytes of the token, without the white space after it.
  [[nodiscard]] std::string_view lexeme() const { return at_end() ? std::string_view() : lexeme(next_); }
  void advance() { ++next_; }
  [[nodiscard]] std::uint32_t position() const { return next_; }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }

  /// Texts from here to the end of the list they are in, as far as they follow each other with commas, and
  /// the bytes they take in the document: what to reserve for them.
  struct Extent {
    std::size_t texts = 0;
    std::size_t bytes = 0;
  };
  [[nodiscard]] Extent texts_ahead() const;

 private:
  [[nodiscard]] std::string_view lexeme(std::uint32_t token) const {
    std::size_t const begin = starts_[token];
    std::size_t end = token + 1 < count_ ? starts_[token + 1] : bytes_.size();
    while (end > begin + 1 && is_space(bytes_[end - 1])) --end;
    return bytes_.substr(begin, end - begin);
  }
  static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

  std::string_view bytes_;
  std::uint32_t const* starts_;
  std::uint32_t count_;
  std::uint32_t next_ = 0;
};

inline Tokens::Extent Tokens::texts_ahead() const {
  Extent extent;
  std::uint32_t token = next_;
  while (token < count_ && bytes_[starts_[token]] == '"') {
    ++extent.texts;
    if (token + 1 >= count_ || bytes_[starts_[token + 1]] != ',') break;
    token += 2;
  }
  std::size_t const end = token < count_ ? starts_[token] + lexeme(token).size() : bytes_.size();
  extent.bytes = end - offset();
  return extent;
}

}  // namespace tamga::shape
