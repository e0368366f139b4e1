// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "crypto/ed25519.hpp"
#include "crypto/key_ring_file.hpp"
#include "crypto/serial_permutation.hpp"
#include "crypto/tails.hpp"

namespace tamga::crypto {

/// Where the keys lie. Losing either file loses every serial and tail ever made: both are backed up, apart.
struct KeyRingFiles {
  std::filesystem::path ring;
  std::filesystem::path master_key;
};

/// All keys of the operator: each with a purpose, a four-character id and a state. Every change is on the
/// disk, sealed, before it takes effect. Keys are wiped from memory when nobody holds them. Safe from any
/// thread.
class KeyRing {
 public:
  /// Errors: KEYRING_MISSING, KEY_FILE_FAILED, KEYRING_DAMAGED, KEYRING_WRONG_MASTER_KEY, MASTER_KEY_EXPOSED,
  /// MASTER_KEY_MALFORMED.
  static Result<std::unique_ptr<KeyRing>> open(KeyRingFiles files, Rng& rng, Clock const& clock);
  /// A new ring with one active key for each purpose. An existing master key is used, an existing ring never
  /// replaced. Errors: KEYRING_EXISTS, KEY_FILE_FAILED, MASTER_KEY_EXPOSED, MASTER_KEY_MALFORMED.
  static Result<std::unique_ptr<KeyRing>> create(KeyRingFiles files, Rng& rng, Clock const& clock);
  /// First start: creates only when neither file is there. A ring that vanished beside its master key is an
  /// error.
  static Result<std::unique_ptr<KeyRing>> open_or_create(KeyRingFiles files, Rng& rng, Clock const& clock);

  /// The key that makes new things. Errors: KEY_UNKNOWN.
  [[nodiscard]] Result<std::shared_ptr<RingKey const>> active(KeyPurpose purpose) const;
  /// A key in any state, to check what it made: the caller decides what a compromised key still proves.
  /// Errors: KEY_UNKNOWN.
  [[nodiscard]] Result<std::shared_ptr<RingKey const>> find(KeyPurpose purpose, std::string_view id) const;
  /// Everything but the secrets, oldest first.
  [[nodiscard]] std::vector<KeyInfo> list() const;

  /// A new active key; the one before it can only check from now on. Returns the new key's id.
  /// Errors: KEY_FILE_FAILED (then nothing has changed).
  Result<KeyId> rotate(KeyPurpose purpose);
  /// Known to others: never used to make anything again. Replaced by a new key if it was active.
  /// Errors: KEY_UNKNOWN, KEY_FILE_FAILED.
  Result<void> mark_compromised(KeyPurpose purpose, std::string_view id);

  /// The key of one series, from the serial master key `key_id`: the same inputs give the same key for ever.
  /// `layout` is the text of the layout, so that series of different layouts of one GTIN do not share
  /// serials. Errors: KEY_UNKNOWN.
  [[nodiscard]] Result<SerialKey> derive_serial_key(std::string_view key_id, std::string_view gtin,
                                                    std::string_view layout) const;
  /// Maker and checker of tails, from the key of the purpose that the scheme needs. Errors: KEY_UNKNOWN.
  [[nodiscard]] Result<TailKey> tail_key(TailScheme scheme, std::string_view key_id) const;
  /// Signs checkpoints or verdicts; tails have `tail_key`. Errors: KEY_UNKNOWN.
  [[nodiscard]] Result<Ed25519Key> signing_key(KeyPurpose purpose, std::string_view key_id) const;
  /// What is published so that others can check without us. Errors: KEY_UNKNOWN, also for purposes that only
  /// have secrets.
  [[nodiscard]] Result<Ed25519PublicKey> public_key(KeyPurpose purpose, std::string_view key_id) const;

 private:
  KeyRing(KeyRingFiles files, MasterKey master, RingKeys keys, Rng& rng, Clock const& clock);
  [[nodiscard]] std::shared_ptr<RingKey const> new_key(KeyPurpose purpose, RingKeys const& others) const;
  Result<void> commit(RingKeys keys);  // with the mutex held

  KeyRingFiles files_;
  MasterKey master_;
  Rng* rng_;
  Clock const* clock_;
  mutable std::mutex mutex_;
  RingKeys keys_;
};

/// The purpose whose keys make tails of a scheme.
constexpr KeyPurpose purpose_of(TailScheme scheme) {
  return scheme == TailScheme::Signature88 ? KeyPurpose::TailSignature : KeyPurpose::TailMac;
}

}  // namespace tamga::crypto
