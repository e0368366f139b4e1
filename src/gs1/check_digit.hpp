// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tamga::gs1 {

/// The check digit that belongs behind `payload`: from the right, weights 3, 1, 3 ...; sum and digit make a
/// multiple of ten (GS1 General Specifications 7.9.1). It finds every single wrong digit and most swapped
/// neighbours. The length does not matter, since leading zeros weigh nothing.
constexpr unsigned mod10_check_digit(std::uint64_t payload) {
  std::uint64_t sum = 0;
  for (std::uint64_t weight = 3; payload != 0; payload /= 10, weight = 4 - weight)
    sum += payload % 10 * weight;
  return static_cast<unsigned>((10 - sum % 10) % 10);
}

/// The same for a text of digits.
constexpr unsigned mod10_check_digit(std::string_view payload) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < payload.size(); ++i) {
    sum += static_cast<unsigned>(payload[i] - '0') * ((payload.size() - i) % 2 == 1 ? 3U : 1U);
  }
  return (10 - sum % 10) % 10;
}

/// What `N` characters say when they are read as a number that ends in its check digit.
struct CheckedNumber {
  std::uint64_t value;
  bool digits;  ///< nothing but ASCII digits
  bool check;   ///< the last digit is right
};

/// Reads exactly `N` characters, N at most 19. Has no branch on the data, for documents of 100 000 codes.
template <std::size_t N>
constexpr CheckedNumber read_checked(char const* text) {
  static_assert(N <= 19);
  std::uint64_t value = 0;
  unsigned sum = 0;
  unsigned bad = 0;
  for (std::size_t i = 0; i < N; ++i) {
    auto const digit = static_cast<unsigned>(static_cast<unsigned char>(text[i])) - unsigned{'0'};
    bad |= static_cast<unsigned>(digit > 9);
    sum += digit * ((N - i) % 2 == 0 ? 3U : 1U);
    value = value * 10 + digit;
  }
  return {value, bad == 0, bad == 0 && sum % 10 == 0};
}

/// The value of a text of up to 19 digits that the caller has already looked at.
constexpr std::uint64_t read_digits(std::string_view digits) {
  std::uint64_t value = 0;
  for (char const c : digits) value = value * 10 + static_cast<std::uint64_t>(c - '0');
  return value;
}

/// Writes `value` as exactly `count` digits with leading zeros and returns the place behind them.
constexpr char* write_digits(char* out, std::size_t count, std::uint64_t value) {
  for (std::size_t i = count; i-- > 0; value /= 10) out[i] = static_cast<char>('0' + value % 10);
  return out + count;
}

}  // namespace tamga::gs1
