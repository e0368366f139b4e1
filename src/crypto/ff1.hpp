// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "crypto/secret.hpp"

namespace tamga::crypto {

/// FF1 of NIST SP 800-38G, as the standard spells it: numeral strings of any radix from 2 to 65536 and at
/// least one million values, any tweak up to 255 bytes, AES keys of 16, 24 or 32 bytes. Slow and plain on
/// purpose: it is what `SerialPermutation` is compared with, and what another program would be written after.
/// Safe from any thread.
class Ff1 {
 public:
  using Numerals = std::vector<std::uint16_t>;

  /// Errors: SERIAL_FORMAT_INVALID when the key or the radix is outside the standard.
  static Result<Ff1> make(std::span<std::uint8_t const> key, std::uint32_t radix);

  /// Errors: SERIAL_FORMAT_INVALID when the text is too short or a numeral is not below the radix.
  [[nodiscard]] Result<Numerals> encrypt(Numerals const& plain, std::span<std::uint8_t const> tweak) const;
  [[nodiscard]] Result<Numerals> decrypt(Numerals const& cipher, std::span<std::uint8_t const> tweak) const;

 private:
  enum class Direction { Encrypt, Decrypt };
  Ff1(std::span<std::uint8_t const> key, std::uint32_t radix);
  [[nodiscard]] Result<Numerals> run(Numerals const& in, std::span<std::uint8_t const> tweak,
                                     Direction direction) const;

  SecretBytes<32> key_;
  std::size_t key_size_;
  std::uint32_t radix_;
};

}  // namespace tamga::crypto
