// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "crypto/secret.hpp"
#include "crypto/sha256.hpp"

namespace tamga::crypto {

/// HKDF-SHA-256 (RFC 5869) without salt, for at most 32 bytes: one secret, many keys that tell nothing of one
/// another. `info` is `purpose`, then each part with its length (one byte) before it, so that no two uses
/// share a key.
void derive_key(std::span<std::uint8_t const, 32> secret, std::string_view purpose,
                std::initializer_list<std::string_view> parts, std::span<std::uint8_t> out);

}  // namespace tamga::crypto
