// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tamga::gs1 {

/// Global Trade Item Number: which product it is. Always thought of as 14 digits, with a check digit proven
/// when it was read; shorter numbers (8, 12, 13 digits) are padded with zeros on the left. A default one
/// means "none" and no text reads as it. GS1 General Specifications 3.3.2.
class Gtin {
 public:
  static constexpr std::size_t kDigits = 14;

  constexpr Gtin() = default;

  /// From a person or a file: 8, 12, 13 or 14 digits, spaces around them ignored.
  /// Errors in this order: empty, charset, length, check digit, all zeros.
  static Result<Gtin> parse(std::string_view text);

  /// Exactly 14 characters with a right check digit, or nothing. For hot paths: builds no error.
  static std::optional<Gtin> read14(std::string_view text);

  /// From our own storage, where only proven numbers are.
  static constexpr Gtin from_number(std::uint64_t number) { return Gtin(number); }

  [[nodiscard]] constexpr std::uint64_t number() const { return number_; }
  [[nodiscard]] constexpr explicit operator bool() const { return number_ != 0; }

  /// 14 digits.
  [[nodiscard]] std::string text() const;
  void append_to(std::string& out) const;
  /// Writes 14 digits and returns the place behind them.
  char* write(char* out) const;

  /// First of the 14 digits: 0 base item, 1-8 a packaging level of the same item, 9 variable measure.
  [[nodiscard]] constexpr unsigned indicator() const {
    return static_cast<unsigned>(number_ / 10'000'000'000'000U);
  }

  /// True for prefixes that a company or shop gives out for itself (020-029, 040-049, 200-299; of GTIN-8 0
  /// and 2). A warning when scanned, a refusal on a product card: the same number means other goods
  /// elsewhere.
  [[nodiscard]] bool restricted_prefix() const;

  friend constexpr auto operator<=>(Gtin, Gtin) = default;

 private:
  constexpr explicit Gtin(std::uint64_t number) : number_(number) {}
  std::uint64_t number_ = 0;
};

}  // namespace tamga::gs1

template <>
struct std::hash<tamga::gs1::Gtin> {
  std::size_t operator()(tamga::gs1::Gtin gtin) const noexcept {
    return std::hash<std::uint64_t>{}(gtin.number());
  }
};
