// SPDX-License-Identifier: Apache-2.0
#include "emission/tail_keys.hpp"

#include <algorithm>
#include <cassert>
#include <mutex>

#include "crypto/errors.hpp"

namespace tamga::emission {

crypto::TailScheme scheme_of(gs1::TailKind kind) {
  assert(kind != gs1::TailKind::None);
  switch (kind) {
    case gs1::TailKind::Mac44:
      return crypto::TailScheme::Mac44;
    case gs1::TailKind::Signature88:
      return crypto::TailScheme::Signature88;
    case gs1::TailKind::Legacy4:
      return crypto::TailScheme::Legacy4;
    case gs1::TailKind::Legacy8:
      return crypto::TailScheme::Legacy8;
    default:
      return crypto::TailScheme::Mac4;
  }
}

TailKeys::TailKeys(crypto::KeyRing const& ring) : keys_(ring, crypto::kTailRole) {}

Result<crypto::TailKey const*> TailKeys::made(crypto::TailScheme scheme, crypto::RingKey const& key) const {
  auto const is_it = [&](auto const& one) { return one->scheme() == scheme && one->key_id() == key.id(); };
  {
    std::shared_lock const lock(mutex_);
    auto const found = std::find_if(made_.begin(), made_.end(), is_it);
    if (found != made_.end()) return found->get();
  }
  TAMGA_ASSIGN(fresh, crypto::TailKey::make(scheme, key.id(), key.secret()));
  std::unique_lock const lock(mutex_);
  auto const found = std::find_if(made_.begin(), made_.end(), is_it);
  if (found != made_.end()) return found->get();
  made_.push_back(std::make_unique<crypto::TailKey const>(std::move(fresh)));
  return made_.back().get();
}

Result<crypto::TailKey const*> TailKeys::active(gs1::TailKind kind) const {
  auto const scheme = scheme_of(kind);
  TAMGA_ASSIGN(key, keys_.active(purpose_of(scheme)));
  return made(scheme, *key);
}

Result<crypto::TailKey const*> TailKeys::find(gs1::TailKind kind, std::string_view key_id) const {
  auto const scheme = scheme_of(kind);
  TAMGA_ASSIGN(key, keys_.find(purpose_of(scheme), key_id));
  if (key->info().state == crypto::KeyState::Compromised)
    return fail(Error(crypto::kKeyUnknown)
                    .with("purpose", std::string(name_of(purpose_of(scheme))))
                    .with("key", std::string(key_id))
                    .log("compromised"));
  return made(scheme, *key);
}

std::vector<crypto::TailKey const*> TailKeys::candidates(gs1::TailKind kind) const {
  std::vector<crypto::TailKey const*> out;
  auto const purpose = purpose_of(scheme_of(kind));
  auto const infos = keys_.list();
  for (auto info = infos.rbegin(); info != infos.rend(); ++info) {
    if (info->purpose != purpose) continue;
    if (auto const key = find(kind, crypto::view(info->id))) out.push_back(*key);
  }
  return out;
}

}  // namespace tamga::emission
