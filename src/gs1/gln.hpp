// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tamga::gs1 {

/// Global Location Number: a company or a place. 13 digits with a proven check digit. A default one means
/// "none". GS1 General Specifications 2.4.1.
class Gln {
 public:
  static constexpr std::size_t kDigits = 13;

  constexpr Gln() = default;

  /// 13 digits, spaces around them ignored. Errors in this order: empty, charset, length, check digit.
  static Result<Gln> parse(std::string_view text);
  /// From our own storage, where only proven numbers are.
  static constexpr Gln from_number(std::uint64_t number) { return Gln(number); }

  [[nodiscard]] constexpr std::uint64_t number() const { return number_; }
  [[nodiscard]] constexpr explicit operator bool() const { return number_ != 0; }
  [[nodiscard]] std::string text() const;

  friend constexpr auto operator<=>(Gln, Gln) = default;

 private:
  constexpr explicit Gln(std::uint64_t number) : number_(number) {}
  std::uint64_t number_ = 0;
};

}  // namespace tamga::gs1
