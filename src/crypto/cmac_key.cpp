// SPDX-License-Identifier: Apache-2.0
#include "crypto/cmac_key.hpp"

#include <openssl/crypto.h>

namespace tamga::crypto {
namespace {

/// Multiplication by x in GF(2^128).
AesBlock doubled(AesBlock const& block) {
  AesBlock out;
  for (std::size_t i = 0; i < block.size(); ++i) {
    unsigned const next = i + 1 < block.size() ? block[i + 1] >> 7U : 0U;
    out[i] = static_cast<std::uint8_t>(unsigned{block[i]} << 1U | next);
  }
  out[15] = static_cast<std::uint8_t>(out[15] ^ (0x87U & (0U - (block[0] >> 7U))));
  return out;
}

}  // namespace

CmacKey::CmacKey(std::span<std::uint8_t const, AesKey::kSize> key, AesPath path) : aes_(key, path) {
  AesBlock zero{};
  aes_.encrypt(zero.data(), 1);
  full_ = doubled(zero);
  partial_ = doubled(full_);
}

CmacKey::~CmacKey() {
  OPENSSL_cleanse(full_.data(), full_.size());
  OPENSSL_cleanse(partial_.data(), partial_.size());
}

AesBlock CmacKey::last_block_mask(std::size_t used) const {
  if (used == AesKey::kBlock) return full_;
  AesBlock mask = partial_;
  mask[used] ^= 0x80;
  return mask;
}

AesBlock CmacKey::mac(std::string_view message) const {
  AesBlock state{};
  for (std::size_t start = 0;; start += state.size()) {
    std::string_view const part = message.substr(start, state.size());
    for (std::size_t i = 0; i < part.size(); ++i) state[i] ^= static_cast<std::uint8_t>(part[i]);
    bool const last = start + state.size() >= message.size();
    if (last) {
      AesBlock const mask = last_block_mask(part.size());
      for (std::size_t i = 0; i < state.size(); ++i) state[i] ^= mask[i];
    }
    aes_.encrypt(state.data(), 1);
    if (last) return state;
  }
}

}  // namespace tamga::crypto
