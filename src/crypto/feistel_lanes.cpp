// SPDX-License-Identifier: Apache-2.0
#include "crypto/feistel_lanes.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace tamga::crypto {
namespace {

using Kind = HalfModulus::Kind;
constexpr std::size_t kBlock = AesKey::kBlock;

template <Kind K>
void add_blocks_scalar(HalfModulus modulus, std::uint8_t const* blocks, std::uint64_t* halves,
                       std::size_t count) {
  for (std::size_t i = 0; i < count; ++i, blocks += kBlock)
    halves[i] = modulus.add(halves[i], modulus.reduce<K>(first_bits(blocks), next_bits(blocks)));
}

#if defined(__x86_64__)
// GCC 12 spells "any value" in its own intrinsics as an uninitialised variable and then warns about it.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"
#define TAMGA_AVX512 __attribute__((target("avx512f,avx512bw,avx512dq")))

TAMGA_AVX512 inline __m512i swap_bytes(__m512i words) {
  __m512i const order =
      _mm512_broadcast_i32x4(_mm_set_epi8(8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  return _mm512_shuffle_epi8(words, order);
}

TAMGA_AVX512 inline __m512i splat(std::uint64_t value) {
  return _mm512_set1_epi64(static_cast<long long>(value));
}

/// Upper 64 bits of eight products, from four products of halves.
TAMGA_AVX512 inline __m512i high_halves(__m512i a, __m512i b) {
  __m512i const a_high = _mm512_srli_epi64(a, 32);
  __m512i const b_high = _mm512_srli_epi64(b, 32);
  __m512i const carry = _mm512_srli_epi64(_mm512_mul_epu32(a, b), 32);
  __m512i const middle = _mm512_add_epi64(_mm512_mul_epu32(a_high, b), carry);
  __m512i const low = _mm512_and_si512(middle, splat(0xFFFFFFFF));
  __m512i const other = _mm512_add_epi64(_mm512_mul_epu32(a, b_high), low);
  __m512i const high = _mm512_add_epi64(_mm512_mul_epu32(a_high, b_high), _mm512_srli_epi64(middle, 32));
  return _mm512_add_epi64(high, _mm512_srli_epi64(other, 32));
}

/// Numbers below twice the modulus, modulo: below the modulus the difference wraps to something larger.
TAMGA_AVX512 inline __m512i once_less(__m512i a, __m512i modulus) {
  return _mm512_min_epu64(a, _mm512_sub_epi64(a, modulus));
}

TAMGA_AVX512 inline __m512i narrow(__m512i y, __m512i reciprocal, __m512i modulus) {
  __m512i const quotient = high_halves(y, reciprocal);
  return once_less(_mm512_sub_epi64(y, _mm512_mullo_epi64(quotient, modulus)), modulus);
}

TAMGA_AVX512 void put_blocks_avx512(RoundWords const& words, std::uint64_t const* halves,
                                    std::uint8_t* blocks, std::size_t count) {
  __m512i const constant =
      _mm512_broadcast_i32x4(_mm_loadu_si128(reinterpret_cast<__m128i const*>(words.data())));
  __m512i const zero = _mm512_setzero_si512();
  __m512i const first_four = _mm512_set_epi64(11, 0, 10, 0, 9, 0, 8, 0);
  __m512i const last_four = _mm512_set_epi64(15, 0, 14, 0, 13, 0, 12, 0);
  for (std::size_t i = 0; i < count; i += kLaneGroup, blocks += kLaneGroup * kBlock) {
    __m512i const half = swap_bytes(_mm512_loadu_si512(halves + i));
    __m512i const front = _mm512_permutex2var_epi64(zero, first_four, half);
    __m512i const back = _mm512_permutex2var_epi64(zero, last_four, half);
    _mm512_storeu_si512(blocks, _mm512_xor_si512(constant, front));
    _mm512_storeu_si512(blocks + 64, _mm512_xor_si512(constant, back));
  }
}

/// `HalfModulus::reduce` and `add` of the same kind, eight at a time; see there for the bounds.
template <Kind K>
TAMGA_AVX512 void add_blocks_avx512(HalfModulus const& constants, std::uint8_t const* blocks,
                                    std::uint64_t* halves, std::size_t count) {
  __m512i const modulus = splat(constants.value());
  __m512i const reciprocal = splat(constants.reciprocal());
  __m128i const shift = _mm_cvtsi32_si128(static_cast<int>(constants.shift()));
  __m512i const even = _mm512_set_epi64(14, 12, 10, 8, 6, 4, 2, 0);
  __m512i const odd = _mm512_set_epi64(15, 13, 11, 9, 7, 5, 3, 1);
  for (std::size_t i = 0; i < count; i += kLaneGroup, blocks += kLaneGroup * kBlock) {
    __m512i const front = swap_bytes(_mm512_loadu_si512(blocks));
    __m512i const back = swap_bytes(_mm512_loadu_si512(blocks + 64));
    __m512i const first = _mm512_permutex2var_epi64(front, even, back);
    __m512i const next = _mm512_srli_epi64(_mm512_permutex2var_epi64(front, odd, back), 32);
    __m512i rest;
    if constexpr (K == Kind::Wide) {
      __m512i const quotient = _mm512_srl_epi64(high_halves(first, reciprocal), shift);
      __m512i const low = _mm512_or_si512(_mm512_slli_epi64(first, 32), next);
      rest = once_less(_mm512_sub_epi64(low, _mm512_mullo_epi64(quotient, modulus)), modulus);
    } else {
      rest = narrow(first, reciprocal, modulus);
      if constexpr (K == Kind::NarrowOfWide)
        rest = narrow(_mm512_or_si512(_mm512_slli_epi64(rest, 32), next), reciprocal, modulus);
    }
    __m512i const sum = _mm512_add_epi64(_mm512_loadu_si512(halves + i), rest);
    _mm512_storeu_si512(halves + i, once_less(sum, modulus));
  }
}

bool add_blocks_avx512(HalfModulus const& modulus, std::uint8_t const* blocks, std::uint64_t* halves,
                       std::size_t count) {
  switch (modulus.kind()) {
    case Kind::Narrow:
      add_blocks_avx512<Kind::Narrow>(modulus, blocks, halves, count);
      return true;
    case Kind::NarrowOfWide:
      add_blocks_avx512<Kind::NarrowOfWide>(modulus, blocks, halves, count);
      return true;
    case Kind::Wide:
      add_blocks_avx512<Kind::Wide>(modulus, blocks, halves, count);
      return true;
    case Kind::Plain:
      break;
  }
  return false;
}
#pragma GCC diagnostic pop
#endif

}  // namespace

void put_blocks(AesPath path, RoundWords const& words, std::uint64_t const* halves, std::uint8_t* blocks,
                std::size_t count) {
#if defined(__x86_64__)
  if (path == AesPath::Vaes) {
    put_blocks_avx512(words, halves, blocks, count);
    return;
  }
#endif
  RoundWords const local = words;  // a copy: what is written through bytes may alias anything
  for (std::size_t i = 0; i < count; ++i) put_block(local, halves[i], blocks + kBlock * i);
}

void add_blocks(AesPath path, HalfModulus const& modulus, std::uint8_t const* blocks, std::uint64_t* halves,
                std::size_t count) {
#if defined(__x86_64__)
  if (path == AesPath::Vaes && add_blocks_avx512(modulus, blocks, halves, count)) return;
#endif
  switch (modulus.kind()) {
    case Kind::Narrow:
      add_blocks_scalar<Kind::Narrow>(modulus, blocks, halves, count);
      break;
    case Kind::NarrowOfWide:
      add_blocks_scalar<Kind::NarrowOfWide>(modulus, blocks, halves, count);
      break;
    case Kind::Wide:
      add_blocks_scalar<Kind::Wide>(modulus, blocks, halves, count);
      break;
    case Kind::Plain:
      add_blocks_scalar<Kind::Plain>(modulus, blocks, halves, count);
      break;
  }
}

}  // namespace tamga::crypto
