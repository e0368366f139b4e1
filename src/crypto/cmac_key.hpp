// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "crypto/aes_key.hpp"

namespace tamga::crypto {

using AesBlock = std::array<std::uint8_t, AesKey::kBlock>;

/// AES-128-CMAC (RFC 4493) in pieces, so that callers can keep the blocks of many codes in flight. Wiped on
/// destruction; read-only after construction, safe from any thread.
class CmacKey {
 public:
  explicit CmacKey(std::span<std::uint8_t const, AesKey::kSize> key, AesPath path = best_aes_path());
  CmacKey(CmacKey const&) = default;
  CmacKey& operator=(CmacKey const&) = default;
  ~CmacKey();

  [[nodiscard]] AesKey const& aes() const { return aes_; }
  /// What the last block is XORed with: the first subkey if the message fills it, else the second; `used`
  /// bytes of the block belong to the message, and the padding is included.
  [[nodiscard]] AesBlock last_block_mask(std::size_t used) const;

  /// Of one message, block after block: for tests and rare uses.
  [[nodiscard]] AesBlock mac(std::string_view message) const;

 private:
  AesKey aes_;
  AesBlock full_{};
  AesBlock partial_{};
};

}  // namespace tamga::crypto
