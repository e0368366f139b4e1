// SPDX-License-Identifier: Apache-2.0
#include "crypto/key_role.hpp"

#include "crypto/errors.hpp"

namespace tamga::crypto {

Result<void> RoleKeys::judge(KeyPurpose purpose) const {
  if (role_.has(purpose)) return {};
  return fail(Error(kKeyNotOfRole)
                  .with("purpose", std::string(name_of(purpose)))
                  .with("role", std::string(role_.name)));
}

Result<std::shared_ptr<RingKey const>> RoleKeys::active(KeyPurpose purpose) const {
  TAMGA_TRY(judge(purpose));
  return ring_->active(purpose);
}

Result<std::shared_ptr<RingKey const>> RoleKeys::find(KeyPurpose purpose, std::string_view id) const {
  TAMGA_TRY(judge(purpose));
  return ring_->find(purpose, id);
}

Result<std::shared_ptr<RingKey const>> RoleKeys::find(std::string_view id) const {
  for (KeyInfo const& info : list())
    if (view(info.id) == id) return ring_->find(info.purpose, id);
  return fail(Error(kKeyUnknown).with("purpose", std::string(role_.name)).with("key", std::string(id)));
}

std::vector<KeyInfo> RoleKeys::list() const {
  std::vector<KeyInfo> out;
  for (KeyInfo const& info : ring_->list())
    if (role_.has(info.purpose)) out.push_back(info);
  return out;
}

Result<void> hand_out(KeyRing const& from, KeyRole role, KeyRingFiles const& to, Rng& rng) {
  RoleKeys const own(from, role);
  RingKeys keys;
  for (KeyInfo const& info : own.list()) {
    TAMGA_ASSIGN(key, own.find(info.purpose, view(info.id)));
    keys.push_back(std::move(key));
  }
  bool const has_master = std::filesystem::exists(to.master_key);
  TAMGA_ASSIGN(master, has_master ? read_master_key(to.master_key) : create_master_key(to.master_key, rng));
  return replace_key_file(to.ring, seal_key_ring(keys, master, rng));
}

}  // namespace tamga::crypto
