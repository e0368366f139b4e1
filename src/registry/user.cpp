// SPDX-License-Identifier: Apache-2.0
#include "registry/user.hpp"

namespace tamga::registry {

UserCertificate const* User::find(crypto::Sha256 const& certificate) const {
  auto const found = std::find_if(certificates.begin(), certificates.end(),
                                  [&](UserCertificate const& one) { return one.certificate == certificate; });
  return found == certificates.end() ? nullptr : &*found;
}

PowerOfAttorney const* Permission::power_for(Right right) const {
  if (!needs_power) return nullptr;
  for (PowerOfAttorney const* power : powers)
    if (power->rights.has(right)) return power;
  return nullptr;
}

Permission permission_of(User const& user, crypto::Sha256 const& certificate, country::Roles const& roles,
                         Date today) {
  Permission out;
  out.by_roles = roles.rights_of(user.roles);
  out.rights = out.by_roles;
  auto const* used = user.find(certificate);
  if (used == nullptr || !used->personal) return out;
  if (roles.powers_of_attorney == country::PowerPolicy::Optional) return out;
  out.needs_power = true;
  Rights within;
  for (PowerOfAttorney const& power : user.powers) {
    if (roles.powers_of_attorney == country::PowerPolicy::None || !power.valid_on(today)) continue;
    within = within | power.rights;
    out.powers.push_back(&power);
  }
  out.powerless = out.powers.empty();
  out.rights = out.rights & within;
  return out;
}

}  // namespace tamga::registry
