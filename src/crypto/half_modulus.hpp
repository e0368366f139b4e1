// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace tamga::crypto {

__extension__ using Uint128 = unsigned __int128;

constexpr std::uint64_t high_half(std::uint64_t a, std::uint64_t b) {
  return static_cast<std::uint64_t>((Uint128{a} * b) >> 64);
}

/// How many values one half of a serial has, and how to reduce FF1's 64 or 96 random bits modulo that without
/// a division. Each kind is exact; the bounds on the estimated quotient are in the comments.
class HalfModulus {
 public:
  enum class Kind : std::uint8_t {
    Narrow,        ///< 64 bits, modulus at most 2^32
    NarrowOfWide,  ///< 96 bits, modulus at most 2^32: two steps
    Wide,          ///< 96 bits, modulus from 2^34 to 2^63
    Plain          ///< 96 bits, any other modulus: the compiler's division
  };

  constexpr HalfModulus() = default;
  /// `wide`: FF1 gives 96 bits; otherwise 64, and `value` is at most 2^32.
  constexpr HalfModulus(std::uint64_t value, bool wide) : value_(value) {
    if (value <= std::uint64_t{1} << 32) {
      kind_ = wide ? Kind::NarrowOfWide : Kind::Narrow;
      reciprocal_ = ~std::uint64_t{0} / value;
    } else if (value >= std::uint64_t{1} << 34 && value < std::uint64_t{1} << 63) {
      kind_ = Kind::Wide;
      auto const bits = static_cast<unsigned>(64 - __builtin_clzll(value));
      shift_ = bits - 33;
      Uint128 const quotient = (Uint128{1} << (96 + shift_)) / value;
      reciprocal_ = quotient >> 64 != 0 ? ~std::uint64_t{0} : static_cast<std::uint64_t>(quotient);
    }
  }

  [[nodiscard]] constexpr std::uint64_t value() const { return value_; }
  [[nodiscard]] constexpr Kind kind() const { return kind_; }
  [[nodiscard]] constexpr std::uint64_t reciprocal() const { return reciprocal_; }
  [[nodiscard]] constexpr unsigned shift() const { return shift_; }

  /// The first 64 bits of FF1's number, and the 32 that follow them (0 for `Narrow`).
  template <Kind K>
  [[nodiscard]] constexpr std::uint64_t reduce(std::uint64_t first, std::uint32_t next) const {
    if constexpr (K == Kind::Narrow) return narrow(first);
    if constexpr (K == Kind::NarrowOfWide) return narrow(narrow(first) << 32 | next);
    if constexpr (K == Kind::Wide) {
      // The dropped 32 bits cost less than 2^32/2^34, the rounded reciprocal at most 1/2: the estimate is the
      // quotient or one less, and the rest is below twice the modulus, which fits 64 bits.
      std::uint64_t const quotient = high_half(first, reciprocal_) >> shift_;
      std::uint64_t const rest = (first << 32 | next) - quotient * value_;
      return rest >= value_ ? rest - value_ : rest;
    }
    return static_cast<std::uint64_t>((Uint128{first} << 32 | next) % value_);
  }

  [[nodiscard]] constexpr std::uint64_t reduce(std::uint64_t first, std::uint32_t next) const {
    switch (kind_) {
      case Kind::Narrow:
        return reduce<Kind::Narrow>(first, next);
      case Kind::NarrowOfWide:
        return reduce<Kind::NarrowOfWide>(first, next);
      case Kind::Wide:
        return reduce<Kind::Wide>(first, next);
      case Kind::Plain:
        break;
    }
    return reduce<Kind::Plain>(first, next);
  }

  /// Both below the modulus, which may be close to 2^64: the sum may wrap.
  [[nodiscard]] constexpr std::uint64_t add(std::uint64_t a, std::uint64_t b) const {
    std::uint64_t const room = value_ - b;
    return a >= room ? a - room : a + b;
  }
  [[nodiscard]] constexpr std::uint64_t subtract(std::uint64_t a, std::uint64_t b) const {
    return a >= b ? a - b : a + (value_ - b);
  }

 private:
  /// The estimated quotient is right or one too small.
  [[nodiscard]] constexpr std::uint64_t narrow(std::uint64_t y) const {
    std::uint64_t const rest = y - high_half(y, reciprocal_) * value_;
    return rest >= value_ ? rest - value_ : rest;
  }

  std::uint64_t value_ = 1;
  std::uint64_t reciprocal_ = 0;
  unsigned shift_ = 0;
  Kind kind_ = Kind::Plain;
};

}  // namespace tamga::crypto
