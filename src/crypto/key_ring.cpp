// SPDX-License-Identifier: Apache-2.0
#include "crypto/key_ring.hpp"

#include <algorithm>

#include "crypto/errors.hpp"
#include "crypto/hkdf.hpp"

namespace tamga::crypto {
namespace {

tl::unexpected<Error> unknown(KeyPurpose purpose, std::string_view id) {
  return fail(Error(kKeyUnknown).with("purpose", std::string(name_of(purpose))).with("key", std::string(id)));
}

std::shared_ptr<RingKey const> in_state(RingKey const& key, KeyState state, UnixMs now) {
  KeyInfo info = key.info();
  info.state = state;
  info.changed = now;
  return std::make_shared<RingKey const>(info, key.secret().clone());
}

bool is_active(RingKey const& key, KeyPurpose purpose) {
  return key.info().purpose == purpose && key.info().state == KeyState::Active;
}

KeyId random_id(Rng& rng) {
  KeyId id;
  for (char& c : id) {
    std::byte byte{0xFF};
    while (std::to_integer<unsigned>(byte) >= 4 * kLettersAndDigits.size()) rng.fill({&byte, 1});
    c = kLettersAndDigits[std::to_integer<unsigned>(byte) % kLettersAndDigits.size()];
  }
  return id;
}

}  // namespace

KeyRing::KeyRing(KeyRingFiles files, MasterKey master, RingKeys keys, Rng& rng, Clock const& clock)
    : files_(std::move(files)),
      master_(std::move(master)),
      rng_(&rng),
      clock_(&clock),
      keys_(std::move(keys)) {}

Result<std::unique_ptr<KeyRing>> KeyRing::open(KeyRingFiles files, Rng& rng, Clock const& clock) {
  if (!std::filesystem::exists(files.ring))
    return fail(Error(kKeyringMissing).with("file", files.ring.filename().string()));
  TAMGA_ASSIGN(master, read_master_key(files.master_key));
  TAMGA_ASSIGN(file, read_key_file(files.ring, kMaxKeyRingFile));
  TAMGA_ASSIGN(keys, unseal_key_ring(file, master));
  return std::unique_ptr<KeyRing>(
      new KeyRing(std::move(files), std::move(master), std::move(keys), rng, clock));
}

Result<std::unique_ptr<KeyRing>> KeyRing::create(KeyRingFiles files, Rng& rng, Clock const& clock) {
  if (std::filesystem::exists(files.ring))
    return fail(Error(kKeyringExists).with("file", files.ring.filename().string()));
  bool const has_master = std::filesystem::exists(files.master_key);
  TAMGA_ASSIGN(master,
               has_master ? read_master_key(files.master_key) : create_master_key(files.master_key, rng));
  std::unique_ptr<KeyRing> ring(new KeyRing(std::move(files), std::move(master), {}, rng, clock));
  RingKeys keys;
  for (KeyPurpose const purpose : kKeyPurposes) keys.push_back(ring->new_key(purpose, keys));
  TAMGA_TRY(ring->commit(std::move(keys)));
  return ring;
}

Result<std::unique_ptr<KeyRing>> KeyRing::open_or_create(KeyRingFiles files, Rng& rng, Clock const& clock) {
  bool const first = !std::filesystem::exists(files.ring) && !std::filesystem::exists(files.master_key);
  return first ? create(std::move(files), rng, clock) : open(std::move(files), rng, clock);
}

std::shared_ptr<RingKey const> KeyRing::new_key(KeyPurpose purpose, RingKeys const& others) const {
  KeyInfo info{random_id(*rng_), purpose, KeyState::Active, clock_->now(), clock_->now()};
  auto const taken = [&](auto const& key) { return key->info().id == info.id; };
  while (std::any_of(others.begin(), others.end(), taken)) info.id = random_id(*rng_);
  return std::make_shared<RingKey const>(info, SecretBytes<32>::random(*rng_));
}

Result<void> KeyRing::commit(RingKeys keys) {
  TAMGA_TRY(replace_key_file(files_.ring, seal_key_ring(keys, master_, *rng_)));
  keys_ = std::move(keys);
  return {};
}

Result<std::shared_ptr<RingKey const>> KeyRing::active(KeyPurpose purpose) const {
  std::lock_guard const lock(mutex_);
  for (auto const& key : keys_)
    if (is_active(*key, purpose)) return key;
  return unknown(purpose, "");
}

Result<std::shared_ptr<RingKey const>> KeyRing::find(KeyPurpose purpose, std::string_view id) const {
  std::lock_guard const lock(mutex_);
  for (auto const& key : keys_)
    if (key->info().purpose == purpose && key->id() == id) return key;
  return unknown(purpose, id);
}

std::vector<KeyInfo> KeyRing::list() const {
  std::lock_guard const lock(mutex_);
  std::vector<KeyInfo> out;
  for (auto const& key : keys_) out.push_back(key->info());
  return out;
}

Result<KeyId> KeyRing::rotate(KeyPurpose purpose) {
  std::lock_guard const lock(mutex_);
  RingKeys keys = keys_;
  for (auto& key : keys)
    if (is_active(*key, purpose)) key = in_state(*key, KeyState::VerifyOnly, clock_->now());
  keys.push_back(new_key(purpose, keys));
  KeyId const id = keys.back()->info().id;
  TAMGA_TRY(commit(std::move(keys)));
  return id;
}

Result<void> KeyRing::mark_compromised(KeyPurpose purpose, std::string_view id) {
  std::lock_guard const lock(mutex_);
  RingKeys keys = keys_;
  auto const found = std::find_if(keys.begin(), keys.end(), [&](auto const& key) {
    return key->info().purpose == purpose && key->id() == id;
  });
  if (found == keys.end()) return unknown(purpose, id);
  bool const replace = is_active(**found, purpose);
  *found = in_state(**found, KeyState::Compromised, clock_->now());
  if (replace) keys.push_back(new_key(purpose, keys));
  return commit(std::move(keys));
}

Result<SerialKey> KeyRing::derive_serial_key(std::string_view key_id, std::string_view gtin,
                                             std::string_view layout) const {
  TAMGA_ASSIGN(master, find(KeyPurpose::Serial, key_id));
  SerialKey key;
  derive_key(master->secret().view(), "tamga serial key v1", {gtin, layout}, key.writable());
  return key;
}

Result<TailKey> KeyRing::tail_key(TailScheme scheme, std::string_view key_id) const {
  TAMGA_ASSIGN(key, find(purpose_of(scheme), key_id));
  return TailKey::make(scheme, key->id(), key->secret());
}

Result<Ed25519Key> KeyRing::signing_key(KeyPurpose purpose, std::string_view key_id) const {
  TAMGA_ASSIGN(key, find(purpose, key_id));
  if (!has_public_half(purpose) || purpose == KeyPurpose::TailSignature) return unknown(purpose, key_id);
  return Ed25519Key(key->secret());
}

Result<Ed25519PublicKey> KeyRing::public_key(KeyPurpose purpose, std::string_view key_id) const {
  // Tails derive their own key, so the public half comes from the same place.
  if (purpose == KeyPurpose::TailSignature) {
    TAMGA_ASSIGN(key, tail_key(TailScheme::Signature88, key_id));
    return key.public_key();
  }
  TAMGA_ASSIGN(key, signing_key(purpose, key_id));
  return key.public_key();
}

}  // namespace tamga::crypto
