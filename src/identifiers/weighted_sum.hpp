// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace tamga::identifiers {

/// The arithmetic of check digits. Texts hold ASCII digits only.

constexpr int digit(char character) { return character - '0'; }

/// Each digit times its weight, weights repeated when there are fewer of them.
constexpr int weighted_sum(std::string_view digits, std::span<int const> weights) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += digit(digits[i]) * weights[i % weights.size()];
  return sum;
}

/// The number modulo `divisor`, for numbers longer than an integer.
constexpr int modulo(std::string_view digits, int divisor) {
  int rest = 0;
  for (char const character : digits) rest = (rest * 10 + digit(character)) % divisor;
  return rest;
}

}  // namespace tamga::identifiers
