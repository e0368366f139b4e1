// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "gs1/code_tail.hpp"
#include "gs1/gtin.hpp"
#include "gs1/price.hpp"

namespace tamga::gs1 {

/// How the codes of one template are built: which parts, how long, in which order, with which separators.
/// Comes from the template files as one line of text (grammar and examples in docs/formats/codes.md):
///
///   01+21(13)+91(4)+92(44)[+3103(6)]   GTIN, serial, key id, tail, and an element the printer may add
///   gtin(14)serial(7)mrp(4)check(4)    a legacy code without AIs
///   00(18)                             a transport unit
///   free(18-74)                        a transport code in the participant's own format
///
/// A small value without pointers; immutable, safe from any thread.
class CodeLayout {
 public:
  enum class Shape : std::uint8_t { Item, Legacy, Transport, Free };
  enum class PriceField : std::uint8_t { None, Base80, Element8005 };

  /// One of the elements that may stand behind the tail, after a separator. Weight, volume, count, factory
  /// number.
  struct LastElement {
    std::array<char, 4> ai{};
    std::uint8_t ai_size = 0;
    bool decimals = false;  ///< a digit 0-5 follows `ai`; written "310Y"
    bool base64 = false;    ///< written "97(base64)": characters of base64, up to the limit of the AI
    std::uint8_t min_size = 0;
    std::uint8_t max_size = 0;

    [[nodiscard]] std::string_view prefix() const { return {ai.data(), ai_size}; }
    [[nodiscard]] bool accepts(std::string_view full_ai, std::string_view value) const;
    friend bool operator==(LastElement const&, LastElement const&) = default;
  };

  /// Where the parts of a code stand, counted from its first character; a part of size 0 is absent.
  struct Part {
    std::uint16_t offset = 0;
    std::uint16_t size = 0;
    [[nodiscard]] std::string_view of(std::string_view code) const { return code.substr(offset, size); }
  };
  struct Parts {
    Part gtin, serial, price, key_id, tail;
    std::uint16_t length = 0;  ///< of the whole code, without an element behind the tail
  };
  enum class Separators : std::uint8_t { Printed, Lost };

  /// Errors: CODE_LAYOUT_SYNTAX at the character that does not fit.
  static Result<CodeLayout> parse(std::string_view text);
  /// The line it was read from, in its one canonical spelling.
  [[nodiscard]] std::string text() const;

  [[nodiscard]] Shape shape() const { return shape_; }
  [[nodiscard]] std::size_t serial_length() const { return serial_length_; }
  [[nodiscard]] TailKind tail() const { return tail_; }
  [[nodiscard]] PriceField price() const { return price_; }
  [[nodiscard]] bool has_key_id() const { return key_id_; }
  [[nodiscard]] std::span<LastElement const> last_elements() const { return {last_.data(), last_count_}; }

  /// Item and Legacy only. With lost separators: what is left when a scanner or a spreadsheet drops them.
  [[nodiscard]] Parts parts(Separators separators = Separators::Printed) const;
  /// Length of the code as printed and of its identity (CIS).
  [[nodiscard]] std::size_t printed_length() const;
  [[nodiscard]] std::size_t identity_length() const;

  /// Appends one marking code as printed (Item and Legacy). Sizes must be those of the layout: they come from
  /// emission, not from a user, and are asserted. Does not allocate when `out` has room for
  /// `printed_length()`.
  void append(std::string& out, Gtin gtin, std::string_view serial, Price price, std::string_view key_id,
              std::string_view tail) const;
  /// Appends the CIS: what identifies the item, without price and tail.
  void append_identity(std::string& out, Gtin gtin, std::string_view serial) const;

  /// Whether this is a transport code in the participant's own format. The form 02 + GTIN + 37 + count is
  /// refused: it describes loose goods and is unique to nothing.
  [[nodiscard]] bool accepts_free(std::string_view code) const;

  friend bool operator==(CodeLayout const&, CodeLayout const&) = default;

 private:
  friend class CodeLayoutReader;
  Shape shape_ = Shape::Item;
  PriceField price_ = PriceField::None;
  TailKind tail_ = TailKind::None;
  bool key_id_ = false;
  std::uint8_t serial_length_ = 0;
  std::uint8_t free_min_ = 0;
  std::uint8_t free_max_ = 0;
  std::uint8_t last_count_ = 0;
  std::array<LastElement, 4> last_{};
};

}  // namespace tamga::gs1
