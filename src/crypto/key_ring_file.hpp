// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "base/result.hpp"
#include "crypto/key_file.hpp"
#include "crypto/ring_key.hpp"

namespace tamga::crypto {

using RingKeys = std::vector<std::shared_ptr<RingKey const>>;

/// The bytes of a key ring: AES-256-GCM under the master key; docs/formats/keyring.md.
std::string seal_key_ring(RingKeys const& keys, MasterKey const& master, Rng& rng);

/// Errors: KEYRING_WRONG_MASTER_KEY; KEYRING_DAMAGED for any file that differs in a bit from what was sealed.
Result<RingKeys> unseal_key_ring(std::string_view file, MasterKey const& master);

inline constexpr std::size_t kMaxKeyRingFile = 1 << 20;

}  // namespace tamga::crypto
