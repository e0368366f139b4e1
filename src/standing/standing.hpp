// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "business_register/business_entity.hpp"
#include "ledger/code_no.hpp"

namespace tamga::standing {

using ledger::ParticipantNo;

/// What a participant may still do. Stored as a number: never renumber.
enum class Effect : std::uint8_t {
  Good = 0,
  Restricted = 1,  ///< only what keeps goods honest: sales, acceptance, write-offs, the profile itself
  Blocked = 2,     ///< nothing but setting it right
};
inline constexpr std::array<std::string_view, 3> kEffectNames{"good", "restricted", "blocked"};
constexpr std::string_view name_of(Effect effect) {
  return kEffectNames.at(static_cast<std::size_t>(effect));
}

/// Why. Stored by name.
enum class Cause : std::uint8_t {
  Unknown,                ///< the register has no business of this tax number
  Liquidated,             ///< struck off
  Liquidating,            ///< being wound up
  Suspended,              ///< activity stopped by the state
  RegistryId,             ///< another number in the register of businesses than the confirmed one
  Director,               ///< another director than the confirmed one
  Address,                ///< another registered address than the confirmed one
  Operator,               ///< a person at the operator decided
  Certificate,            ///< every certificate of the head was revoked
  CertificateRegistryId,  ///< certificates of the head name another number than the register does
};
inline constexpr std::array<std::string_view, 10> kCauseNames{
    "unknown",  "liquidated", "liquidating", "suspended",   "registry_id",
    "director", "address",    "operator",    "certificate", "certificate_registry_id"};
constexpr std::string_view name_of(Cause cause) { return kCauseNames.at(static_cast<std::size_t>(cause)); }

/// One reason that stands against a participant.
struct Finding {
  Cause cause = Cause::Operator;
  Effect effect = Effect::Restricted;
  UnixMs since;
  std::string before;  ///< what was confirmed; of the operator: empty
  std::string now;     ///< what the register says; of the operator: the reason in words
  std::string person;  ///< of the operator: who decided
  friend bool operator==(Finding const&, Finding const&) = default;
};

/// How a participant stands with the state's register, features 1.33.
struct Standing {
  ParticipantNo participant;
  std::vector<Finding> findings;
  /// What the register said when the profile was last confirmed; later answers are compared with it.
  std::optional<business_register::BusinessEntity> confirmed;
  std::int64_t profile = 0;  ///< document of the profile that confirmed it; 0: none yet
  std::optional<UnixMs> checked_at;
  UnixMs next_check;

  /// The worst of the findings.
  [[nodiscard]] Effect effect() const {
    Effect worst = Effect::Good;
    for (Finding const& one : findings) worst = one.effect > worst ? one.effect : worst;
    return worst;
  }
};

}  // namespace tamga::standing
