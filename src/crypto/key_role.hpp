// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "crypto/key_ring.hpp"

namespace tamga::crypto {

/// A part of the system that has business with some keys and none with the others.
struct KeyRole {
  std::string_view name;
  std::span<KeyPurpose const> purposes;

  [[nodiscard]] constexpr bool has(KeyPurpose purpose) const {
    for (KeyPurpose const one : purposes)
      if (one == purpose) return true;
    return false;
  }
};

inline constexpr std::array kTailPurposes{KeyPurpose::TailMac, KeyPurpose::TailSignature};
/// Makes and checks the tails of codes.
inline constexpr KeyRole kTailRole{"tails", kTailPurposes};

/// The keys of a ring as one role sees them: others do not exist for it, whatever id it names, and it changes
/// none. The ring may be a whole one, or one that was handed out to the role and holds nothing else. Safe
/// from any thread; the ring outlives this.
class RoleKeys {
 public:
  RoleKeys(KeyRing const& ring, KeyRole role) : ring_(&ring), role_(role) {}

  [[nodiscard]] KeyRole const& role() const { return role_; }
  /// Errors: KEY_NOT_OF_ROLE, KEY_UNKNOWN.
  [[nodiscard]] Result<std::shared_ptr<RingKey const>> active(KeyPurpose purpose) const;
  [[nodiscard]] Result<std::shared_ptr<RingKey const>> find(KeyPurpose purpose, std::string_view id) const;
  /// The key of the role with that id, whatever its purpose. Errors: KEY_UNKNOWN.
  [[nodiscard]] Result<std::shared_ptr<RingKey const>> find(std::string_view id) const;
  /// Oldest first.
  [[nodiscard]] std::vector<KeyInfo> list() const;

 private:
  [[nodiscard]] Result<void> judge(KeyPurpose purpose) const;

  KeyRing const* ring_;
  KeyRole role_;
};

/// A ring of its own for a role, with the keys of `from` that are the role's, under a master key of its own:
/// whoever holds it opens nothing else. An existing master key is used, so that what was handed out is
/// brought up to date after a rotation. Errors: those of key files.
Result<void> hand_out(KeyRing const& from, KeyRole role, KeyRingFiles const& to, Rng& rng);

}  // namespace tamga::crypto
