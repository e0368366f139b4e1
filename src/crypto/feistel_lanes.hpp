// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "crypto/aes_key.hpp"
#include "crypto/half_modulus.hpp"

// The arithmetic of one Feistel round of FF1 around the encryption, for many codes of one series.
namespace tamga::crypto {

/// What the half of a code is added to before it is encrypted: the block of the CBC-MAC without the half.
using RoundWords = std::array<std::uint64_t, 2>;

/// Arrays given to `put_blocks` and `add_blocks` have room for a multiple of this, because eight codes are
/// one register.
inline constexpr std::size_t kLaneGroup = 8;

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "blocks are read and written by swapping bytes");

/// Block of one code: the half as a big-endian number at the end.
inline void put_block(RoundWords const& words, std::uint64_t half, std::uint8_t* block) {
  std::uint64_t const out[2] = {words[0], words[1] ^ __builtin_bswap64(half)};
  std::memcpy(block, out, sizeof out);
}

/// FF1's number of an encrypted block: its first 64 bits, and the 32 that follow.
inline std::uint64_t first_bits(std::uint8_t const* block) {
  std::uint64_t value;
  std::memcpy(&value, block, sizeof value);
  return __builtin_bswap64(value);
}
inline std::uint32_t next_bits(std::uint8_t const* block) {
  std::uint32_t value;
  std::memcpy(&value, block + 8, sizeof value);
  return __builtin_bswap32(value);
}
inline std::uint64_t reduce_block(HalfModulus const& modulus, std::uint8_t const* block) {
  return modulus.reduce(first_bits(block), next_bits(block));
}

/// The same for `count` codes: blocks[i] from halves[i]; halves[i] = halves[i] + number of blocks[i], modulo.
void put_blocks(AesPath path, RoundWords const& words, std::uint64_t const* halves, std::uint8_t* blocks,
                std::size_t count);
void add_blocks(AesPath path, HalfModulus const& modulus, std::uint8_t const* blocks, std::uint64_t* halves,
                std::size_t count);

}  // namespace tamga::crypto
