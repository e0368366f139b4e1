// SPDX-License-Identifier: Apache-2.0
#include "crypto/aes_key.hpp"

// The one-block function of OpenSSL is deprecated in favour of contexts that allocate; it is used on
// processors without AES instructions and for the key schedule of nobody else.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/aes.h>
#include <openssl/crypto.h>

#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace tamga::crypto {

#if defined(__x86_64__)
namespace {

#define TAMGA_AES_NI __attribute__((target("aes,sse4.1")))
// States live in registers only when the loops over them are unrolled, which GCC leaves undone at -O2.
#define TAMGA_UNROLL _Pragma("GCC unroll 8")
#define TAMGA_VAES __attribute__((target("aes,sse4.1,avx2,vaes,avx512f")))

__m128i* at(std::uint8_t* bytes, std::size_t block) { return reinterpret_cast<__m128i*>(bytes + 16 * block); }
__m128i const* at(std::uint8_t const* bytes, std::size_t block) {
  return reinterpret_cast<__m128i const*>(bytes + 16 * block);
}

template <int Constant>
TAMGA_AES_NI __m128i next_round_key(__m128i key) {
  __m128i const mixed = _mm_shuffle_epi32(_mm_aeskeygenassist_si128(key, Constant), 0xFF);
  key = _mm_xor_si128(key, _mm_slli_si128(key, 4));
  key = _mm_xor_si128(key, _mm_slli_si128(key, 4));
  key = _mm_xor_si128(key, _mm_slli_si128(key, 4));
  return _mm_xor_si128(key, mixed);
}

TAMGA_AES_NI void expand_ni(std::uint8_t const* key, std::uint8_t* schedule) {
  __m128i k = _mm_loadu_si128(at(key, 0));
  _mm_store_si128(at(schedule, 0), k);
  _mm_store_si128(at(schedule, 1), k = next_round_key<0x01>(k));
  _mm_store_si128(at(schedule, 2), k = next_round_key<0x02>(k));
  _mm_store_si128(at(schedule, 3), k = next_round_key<0x04>(k));
  _mm_store_si128(at(schedule, 4), k = next_round_key<0x08>(k));
  _mm_store_si128(at(schedule, 5), k = next_round_key<0x10>(k));
  _mm_store_si128(at(schedule, 6), k = next_round_key<0x20>(k));
  _mm_store_si128(at(schedule, 7), k = next_round_key<0x40>(k));
  _mm_store_si128(at(schedule, 8), k = next_round_key<0x80>(k));
  _mm_store_si128(at(schedule, 9), k = next_round_key<0x1B>(k));
  _mm_store_si128(at(schedule, 10), next_round_key<0x36>(k));
}

/// N blocks at once; the instruction needs four cycles and two can start in each.
template <std::size_t N>
TAMGA_AES_NI void encrypt_some_ni(std::uint8_t const* schedule, std::uint8_t* blocks) {
  __m128i state[N];
  __m128i key = _mm_load_si128(at(schedule, 0));
  TAMGA_UNROLL
  for (std::size_t i = 0; i < N; ++i) state[i] = _mm_xor_si128(_mm_loadu_si128(at(blocks, i)), key);
  for (std::size_t round = 1; round < 10; ++round) {
    key = _mm_load_si128(at(schedule, round));
    TAMGA_UNROLL
    for (std::size_t i = 0; i < N; ++i) state[i] = _mm_aesenc_si128(state[i], key);
  }
  key = _mm_load_si128(at(schedule, 10));
  TAMGA_UNROLL
  for (std::size_t i = 0; i < N; ++i) _mm_storeu_si128(at(blocks, i), _mm_aesenclast_si128(state[i], key));
}

TAMGA_AES_NI void encrypt_ni(std::uint8_t const* schedule, std::uint8_t* blocks, std::size_t count) {
  for (; count >= 8; count -= 8, blocks += 8 * 16) encrypt_some_ni<8>(schedule, blocks);
  for (; count >= 2; count -= 2, blocks += 2 * 16) encrypt_some_ni<2>(schedule, blocks);
  if (count == 1) encrypt_some_ni<1>(schedule, blocks);
}

TAMGA_VAES void encrypt_vaes(std::uint8_t const* schedule, std::uint8_t* blocks, std::size_t count) {
  for (; count >= 16; count -= 16, blocks += 16 * 16) {
    __m512i state[4];
    __m512i key = _mm512_broadcast_i32x4(_mm_load_si128(at(schedule, 0)));
    TAMGA_UNROLL
    for (std::size_t i = 0; i < 4; ++i) state[i] = _mm512_xor_si512(_mm512_loadu_si512(blocks + 64 * i), key);
    for (std::size_t round = 1; round < 10; ++round) {
      key = _mm512_broadcast_i32x4(_mm_load_si128(at(schedule, round)));
      TAMGA_UNROLL
      for (std::size_t i = 0; i < 4; ++i) state[i] = _mm512_aesenc_epi128(state[i], key);
    }
    key = _mm512_broadcast_i32x4(_mm_load_si128(at(schedule, 10)));
    TAMGA_UNROLL
    for (std::size_t i = 0; i < 4; ++i)
      _mm512_storeu_si512(blocks + 64 * i, _mm512_aesenclast_epi128(state[i], key));
  }
  encrypt_ni(schedule, blocks, count);
}

template <std::size_t N>
TAMGA_AES_NI void encrypt_some_each_ni(std::uint8_t const* const* schedules, std::uint8_t* blocks) {
  __m128i state[N];
  TAMGA_UNROLL
  for (std::size_t i = 0; i < N; ++i)
    state[i] = _mm_xor_si128(_mm_loadu_si128(at(blocks, i)), _mm_load_si128(at(schedules[i], 0)));
  for (std::size_t round = 1; round < 10; ++round) {
    TAMGA_UNROLL
    for (std::size_t i = 0; i < N; ++i)
      state[i] = _mm_aesenc_si128(state[i], _mm_load_si128(at(schedules[i], round)));
  }
  TAMGA_UNROLL
  for (std::size_t i = 0; i < N; ++i)
    _mm_storeu_si128(at(blocks, i), _mm_aesenclast_si128(state[i], _mm_load_si128(at(schedules[i], 10))));
}

}  // namespace

void AesKey::encrypt_each_ni(AesKey const* const* keys, std::uint8_t* blocks, std::size_t count) {
  std::uint8_t const* schedules[8];
  for (; count >= 8; count -= 8, keys += 8, blocks += 8 * kBlock) {
    for (std::size_t i = 0; i < 8; ++i) schedules[i] = keys[i]->schedule_.data();
    encrypt_some_each_ni<8>(schedules, blocks);
  }
  for (; count > 0; --count, ++keys, blocks += kBlock) encrypt_some_ni<1>((*keys)->schedule_.data(), blocks);
}
#endif

AesPath best_aes_path() {
#if defined(__x86_64__)
  static AesPath const best = [] {
    if (!__builtin_cpu_supports("aes") || !__builtin_cpu_supports("sse4.1")) return AesPath::Portable;
    if (__builtin_cpu_supports("vaes") && __builtin_cpu_supports("avx512f") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq"))
      return AesPath::Vaes;
    return AesPath::AesNi;
  }();
  return best;
#else
  return AesPath::Portable;
#endif
}

AesKey::AesKey(std::span<std::uint8_t const, kSize> key, AesPath path) : path_(path) {
#if defined(__x86_64__)
  if (path_ != AesPath::Portable) {
    expand_ni(key.data(), schedule_.data());
    return;
  }
#endif
  AES_KEY schedule{};
  static_assert(sizeof schedule <= sizeof schedule_);
  AES_set_encrypt_key(key.data(), 8 * kSize, &schedule);
  std::memcpy(schedule_.data(), &schedule, sizeof schedule);
  OPENSSL_cleanse(&schedule, sizeof schedule);
}

AesKey::~AesKey() { OPENSSL_cleanse(schedule_.data(), schedule_.size()); }

void AesKey::encrypt(std::uint8_t* blocks, std::size_t count) const {
#if defined(__x86_64__)
  if (path_ == AesPath::Vaes) return encrypt_vaes(schedule_.data(), blocks, count);
  if (path_ == AesPath::AesNi) return encrypt_ni(schedule_.data(), blocks, count);
#endif
  AES_KEY schedule;
  std::memcpy(&schedule, schedule_.data(), sizeof schedule);
  for (; count > 0; --count, blocks += kBlock) AES_encrypt(blocks, blocks, &schedule);
  OPENSSL_cleanse(&schedule, sizeof schedule);
}

void AesKey::encrypt_each(AesKey const* const* keys, std::uint8_t* blocks, std::size_t count) {
#if defined(__x86_64__)
  if (count > 0 && keys[0]->path_ != AesPath::Portable) return encrypt_each_ni(keys, blocks, count);
#endif
  for (std::size_t i = 0; i < count; ++i) keys[i]->encrypt(blocks + kBlock * i, 1);
}

}  // namespace tamga::crypto
