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

/// Serial Shipping Container Code: one box, pallet or container. 18 digits with a proven check digit, AI
/// (00). A default one means "none" and no text reads as it. GS1 General Specifications 2.6.1.
class Sscc {
 public:
  static constexpr std::size_t kDigits = 18;

  constexpr Sscc() = default;

  /// 18 digits, or the same behind `00` or `(00)`; spaces around are ignored.
  /// Errors in this order: empty, charset, length, check digit.
  static Result<Sscc> parse(std::string_view text);

  /// Exactly 18 characters with a right check digit, or nothing. For hot paths.
  static std::optional<Sscc> read18(std::string_view text);

  /// From our own storage, where only proven numbers are.
  static constexpr Sscc from_number(std::uint64_t number) { return Sscc(number); }

  [[nodiscard]] constexpr std::uint64_t number() const { return number_; }
  [[nodiscard]] constexpr explicit operator bool() const { return number_ != 0; }

  /// 18 digits, the stored form.
  [[nodiscard]] std::string text() const;
  /// `00` and the 18 digits: the CIS of a transport unit, and its marking code too, since it has no tail.
  void append_code_to(std::string& out) const;

  friend constexpr auto operator<=>(Sscc, Sscc) = default;

 private:
  constexpr explicit Sscc(std::uint64_t number) : number_(number) {}
  std::uint64_t number_ = 0;
};

}  // namespace tamga::gs1

template <>
struct std::hash<tamga::gs1::Sscc> {
  std::size_t operator()(tamga::gs1::Sscc sscc) const noexcept {
    return std::hash<std::uint64_t>{}(sscc.number());
  }
};
