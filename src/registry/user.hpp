// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/language.hpp"
#include "base/time.hpp"
#include "country/roles.hpp"
#include "crypto/sha256.hpp"
#include "ledger/code_no.hpp"

namespace tamga::registry {

using country::Right;
using country::Rights;
using ledger::ParticipantNo;

/// Number of a user: of the document that admitted him; below 2^32 for those an organisation began with.
using UserNo = Id<struct UserNoTag, std::int64_t>;

/// Stored. Features 3.8.
enum class UserState : std::uint8_t {
  Invited = 1,  ///< added or unblocked, has not signed in since
  Active = 2,
  Blocked = 3,
};

/// A certificate by which a user signs.
struct UserCertificate {
  crypto::Sha256 certificate{};  ///< of its DER
  bool personal = false;         ///< names the person alone: acts for the organisation under a power
  UnixMs ends{};                 ///< not_after; 0: not known
  UnixMs added{};
};

/// A machine-readable power of attorney: the head lets a person act within these rights. Days are the
/// country's, both ends in.
struct PowerOfAttorney {
  ParticipantNo participant;
  std::string number;     ///< as the organisation gave it; unique for it
  std::string person_id;  ///< number of the representative: PINFL, SNILS, else the tax number
  std::string person;
  Rights rights;
  Date from = Date::from_days(0);
  Date until = Date::from_days(0);
  std::int64_t document = 0;    ///< that gave it
  std::int64_t revoked_by = 0;  ///< document; 0: nobody has

  [[nodiscard]] bool valid_on(Date day) const { return revoked_by == 0 && from <= day && day <= until; }
};

/// A person of an organisation: who he is, by which certificates he signs, what he may do.
struct User {
  UserNo number;
  ParticipantNo participant;
  std::string person;
  std::string person_id;  ///< PINFL, SNILS, else the tax number of his certificate; empty: not known
  std::string email;      ///< empty: not known
  Language language = Language::Ru;  ///< of letters to him
  std::vector<std::string> roles;    ///< codes of spec/<country>/roles.toml
  std::vector<std::string> groups;   ///< product groups he is limited to; empty: none
  std::vector<std::string> places;   ///< places of business (sites of the profile); empty: none
  UserState state = UserState::Invited;
  UnixMs since{};  ///< sessions and keys from before it are void
  std::string added_by;
  UnixMs added{};
  std::vector<UserCertificate> certificates;
  std::vector<PowerOfAttorney> powers;  ///< that name him; read with him, changed by themselves

  [[nodiscard]] UserCertificate const* find(crypto::Sha256 const& certificate) const;
  [[nodiscard]] bool works_with_group(std::string_view group) const {
    return groups.empty() || std::find(groups.begin(), groups.end(), group) != groups.end();
  }
};

/// What somebody may do this day with this certificate.
struct Permission {
  Rights rights;           ///< of his roles, and within his powers where the country asks for one
  Rights by_roles;         ///< of his roles alone
  bool powerless = false;  ///< the country asks for a power of attorney, and none is valid
  bool needs_power = false;
  std::vector<PowerOfAttorney const*> powers;  ///< valid ones of the user it was asked of

  /// The power that covers a right; null where none is needed or none covers it.
  [[nodiscard]] PowerOfAttorney const* power_for(Right right) const;
};
/// `user` outlives what it gives. A power never widens what the roles give.
Permission permission_of(User const& user, crypto::Sha256 const& certificate, country::Roles const& roles,
                         Date today);

using UserPtr = std::shared_ptr<User const>;

}  // namespace tamga::registry
