// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tamga::gs1 {

/// What one application identifier may hold. The rows are in ai_table.cpp.
struct AiRule {
  enum class Content : std::uint8_t { Digits, Set82, Gtin, Sscc };
  std::string_view prefix;  ///< the whole AI, or all but its last digit when that counts decimals
  bool decimals = false;    ///< a digit 0-5 follows the prefix
  Content content = Content::Set82;
  std::uint8_t min_size = 1;
  std::uint8_t max_size = 90;
  /// The length is known without looking (GS1 General Specifications 7.8.5): no separator follows. AI (8005)
  /// has a fixed size but is not in that list, so it needs one.
  bool predefined = false;

  [[nodiscard]] std::size_t ai_size() const { return prefix.size() + (decimals ? 1U : 0U); }
};

/// The rule for the AI at the beginning of the text, or null when no AI that we know stands there.
AiRule const* find_ai_rule(std::string_view text);

/// One application identifier and its value, as views into the text that was read.
struct Element {
  std::string_view ai;
  std::string_view value;
  friend bool operator==(Element const&, Element const&) = default;
};

inline constexpr std::size_t kMaxElements = 12;

/// The elements of one string in their order; owns nothing.
class ElementList {
 public:
  [[nodiscard]] std::span<Element const> span() const { return {elements_.data(), count_}; }
  [[nodiscard]] auto begin() const { return span().begin(); }
  [[nodiscard]] auto end() const { return span().end(); }
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] Element const& operator[](std::size_t i) const { return span()[i]; }
  /// The value of an AI; empty when it is not there (no AI may have an empty value).
  [[nodiscard]] std::string_view value_of(std::string_view ai) const;
  /// False when the list is full.
  bool add(Element element) {
    if (count_ == kMaxElements) return false;
    elements_[count_++] = element;
    return true;
  }
  void clear() { count_ = 0; }

 private:
  std::array<Element, kMaxElements> elements_;
  std::uint8_t count_ = 0;
};

/// Takes one element from the front of `text`, with the separator behind it, if any.
/// Errors: unknown AI, charset, length, check digit of a GTIN or SSCC; `at` is not filled.
Result<Element> take_element(std::string_view& text);
/// The same without building an error: false when there is no good element at the front.
bool take_element(std::string_view& text, Element& out);

/// Reads a GS1 element string: AIs and values, GS (U+001D) behind those of variable length. One leading FNC1
/// and a separator where none is needed are accepted. Views point into `text`. Errors: as above, and a
/// repeated AI, too many elements; `at` is the position in the text, counted from 1.
Result<ElementList> parse_element_string(std::string_view text);

/// Writes elements one after another, with a separator between where the length is not predefined. The values
/// must be such as the parser accepts.
void append_element_string(std::string& out, std::span<Element const> elements);

}  // namespace tamga::gs1
