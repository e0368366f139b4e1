// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

#include "crypto/secret.hpp"

struct evp_pkey_st;

namespace tamga::crypto {

using Ed25519PublicKey = std::array<std::uint8_t, 32>;
using Ed25519Signature = std::array<std::uint8_t, 64>;

/// A private key of Ed25519 (RFC 8032): the operator signs tails and checkpoints of the journal with it.
/// Deterministic: the same bytes always get the same signature. Safe from any thread. Throws std::bad_alloc
/// only.
class Ed25519Key {
 public:
  explicit Ed25519Key(SecretBytes<32> const& seed);
  [[nodiscard]] Ed25519PublicKey const& public_key() const { return public_key_; }
  [[nodiscard]] Ed25519Signature sign(std::string_view message) const;

 private:
  std::shared_ptr<evp_pkey_st> key_;
  Ed25519PublicKey public_key_{};
};

/// Whether `signature` (64 bytes) is one of the owner of the key over exactly these bytes.
bool verify_ed25519(Ed25519PublicKey const& key, std::string_view message, std::string_view signature);

}  // namespace tamga::crypto
