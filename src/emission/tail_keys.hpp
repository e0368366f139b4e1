// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <shared_mutex>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "crypto/key_role.hpp"
#include "gs1/code_tail.hpp"

namespace tamga::emission {

/// The scheme that makes the tails of a layout; the layout has a tail (asserted).
crypto::TailScheme scheme_of(gs1::TailKind kind);

/// Makers and checkers of tails, ready to use: derived from the ring once and kept. Compromised keys check
/// nothing. Sees the keys of its role and no others. Safe from any thread; keys live as long as this object.
class TailKeys {
 public:
  /// `ring` outlives this.
  explicit TailKeys(crypto::KeyRing const& ring);

  /// The keys of the ring as the role of tails sees them.
  [[nodiscard]] crypto::RoleKeys const& keys() const { return keys_; }
  /// The key that makes new tails of the kind.
  Result<crypto::TailKey const*> active(gs1::TailKind kind) const;
  /// The key of a buffer or of AI (91), in any state but compromised. Errors: KEY_UNKNOWN.
  Result<crypto::TailKey const*> find(gs1::TailKind kind, std::string_view key_id) const;
  /// All keys that may have made a tail without key id, newest first.
  std::vector<crypto::TailKey const*> candidates(gs1::TailKind kind) const;

 private:
  Result<crypto::TailKey const*> made(crypto::TailScheme scheme, crypto::RingKey const& key) const;

  crypto::RoleKeys keys_;
  mutable std::shared_mutex mutex_;
  mutable std::vector<std::unique_ptr<crypto::TailKey const>> made_;
};

}  // namespace tamga::emission
