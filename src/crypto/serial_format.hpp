// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "crypto/half_modulus.hpp"

namespace tamga::crypto {

/// The alphabet new layouts should use: 62 characters that need no escaping in XML, JSON or an address.
inline constexpr std::string_view kLettersAndDigits =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Codes of a series are counted with 34 bits.
inline constexpr std::uint64_t kSeriesCapacity = std::uint64_t{1} << 34;

/// How the serials of a layout are spelled: a constant prefix (the country digit), then a fixed number of
/// characters of an alphabet. Holds the tables that turn numbers into those characters; one object serves all
/// series of the layout. Immutable, safe from any thread.
class SerialFormat {
 public:
  /// The two halves FF1 works on: the numbers spelled by the first floor(n/2) and the last ceil(n/2)
  /// characters.
  struct Halves {
    std::uint64_t left;
    std::uint64_t right;
  };

  /// `length` counts the prefix. Without it 5 to 20 characters remain, of an alphabet of 10 to 84, spelling
  /// at least a million serials (NIST SP 800-38G revision 1). The place of a character in the alphabet is its
  /// value, for ever. Errors: SERIAL_FORMAT_INVALID.
  static Result<std::shared_ptr<SerialFormat const>> make(std::string_view alphabet, std::size_t length,
                                                          std::string_view prefix = {});

  [[nodiscard]] std::size_t length() const { return prefix_.size() + left_size_ + right_size_; }
  [[nodiscard]] std::size_t radix() const { return alphabet_.size(); }
  [[nodiscard]] std::string const& alphabet() const { return alphabet_; }
  [[nodiscard]] std::string const& prefix() const { return prefix_; }
  /// How many codes a series of this layout can have: all its serials, at most 2^34.
  [[nodiscard]] std::uint64_t capacity() const { return capacity_; }

  [[nodiscard]] HalfModulus const& left() const { return left_; }
  [[nodiscard]] HalfModulus const& right() const { return right_; }
  /// Characters without the prefix, and bytes of the larger half (n and b of the standard).
  [[nodiscard]] std::size_t numerals() const { return left_size_ + right_size_; }
  [[nodiscard]] std::size_t half_bytes() const { return half_bytes_; }

  /// Writes `length()` characters.
  void write(Halves halves, char* out) const;
  /// False when the length, the prefix or a character is not of this layout.
  [[nodiscard]] bool read(std::string_view serial, Halves& out) const;

 private:
  SerialFormat(std::string_view alphabet, std::size_t length, std::string_view prefix);
  void write_half(std::uint64_t value, std::size_t size, char* out) const;

  static constexpr std::uint8_t kNoDigit = 0xFF;
  std::string alphabet_;
  std::string prefix_;
  std::size_t left_size_;
  std::size_t right_size_;
  std::size_t half_bytes_ = 0;
  HalfModulus left_;
  HalfModulus right_;
  std::uint64_t capacity_ = 0;
  std::uint64_t pair_reciprocal_;
  std::vector<std::array<char, 2>> pairs_;  // spelling of every number below radix squared
  std::array<std::uint8_t, 256> digits_{};  // value of a character, or kNoDigit
};

}  // namespace tamga::crypto
