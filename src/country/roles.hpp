// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "country/dictionary.hpp"
#include "country/right.hpp"
#include "country/spec_table.hpp"

namespace tamga::country {

/// A preset of rights that people get by name.
struct Role {
  std::string code;
  LocalizedText name;
  LocalizedText about;  ///< one sentence for whoever gives the role
  Rights rights;
  bool of_operator = false;  ///< for the operator's people, and for nobody else
};

/// Whether people with personal certificates sign for an organisation.
enum class PowerPolicy : std::uint8_t {
  None,      ///< they do not: certificates are the organisation's
  Optional,  ///< they do, once an administrator has added them
  Required,  ///< they do, within a power of attorney that is valid that day
};
inline constexpr std::array<std::string_view, 3> kPowerPolicyNames{"none", "optional", "required"};

/// The roles that the program itself gives: to whom an organisation begins with. They carry every right of
/// their side.
inline constexpr std::string_view kAdministrator = "administrator";
inline constexpr std::string_view kOperatorAdministrator = "operator_administrator";
constexpr std::string_view first_role(bool of_operator) {
  return of_operator ? kOperatorAdministrator : kAdministrator;
}

/// Who may do what: spec/<country>/roles.toml.
struct Roles {
  Dictionary<Role> rows;
  PowerPolicy powers_of_attorney = PowerPolicy::None;

  /// Of somebody with these roles together; a role that is not there any more gives nothing.
  [[nodiscard]] Rights rights_of(std::span<std::string const> roles) const;
  /// The roles of a side that have one of these rights, as a text: "role_signer, role_warehouse".
  [[nodiscard]] std::string words_with(Rights any_of, bool of_operator) const;
  /// Names of roles for texts of errors, by "role_" and their code.
  [[nodiscard]] std::map<std::string, LocalizedText, std::less<>> words() const;
};

/// Every mistake goes to `problems`, with file and line: an unknown right, a right of the operator in a role
/// of participants, the first role missing or without a right of its side.
Roles read_roles(std::filesystem::path const& file, Problems& problems);

}  // namespace tamga::country
