// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "country/country.hpp"

namespace tamga::registrars {

/// How a participant comes to an emission registrar. Stored as a number: never renumber.
enum class RegistrarKind : std::uint8_t {
  Device = 0,  ///< stands at the participant's line
  Remote = 1,  ///< one of the operator's, reached from afar
};
inline constexpr std::array<std::string_view, 2> kRegistrarKindNames{"device", "remote"};
constexpr std::string_view name_of(RegistrarKind kind) {
  return kRegistrarKindNames.at(static_cast<std::size_t>(kind));
}

/// A word of the country with its names: a way of remote access, a role of service providers.
struct Word {
  std::string code;
  LocalizedText name;
};

/// Product groups whose codes are issued and printed only through a registrar.
struct RegistrarNeed {
  std::vector<std::string> groups;
  std::vector<RegistrarKind> kinds;  ///< that will do
  Date from = Date::from_days(0);    ///< first day
};

/// Product groups in which codes drop out only for these reasons.
struct DropOutRule {
  std::vector<std::string> groups;
  std::vector<std::string> reasons;  ///< of the country's dictionary of write-off reasons
  Date from = Date::from_days(0);    ///< first day
};

/// What a country says of emission registrars, of the quality of printed codes and of service providers:
/// spec/<country>/registrars.toml. Immutable after load.
class Rules {
 public:
  /// Every mistake is looked for, the first is told, with file and line; groups and types of participants are
  /// those of `country`.
  static Result<Rules> read(std::filesystem::path const& file, country::Country const& country);

  /// Whether there are registrars at all.
  [[nodiscard]] bool used() const { return !kinds_.empty(); }
  [[nodiscard]] bool offers(RegistrarKind kind) const;
  [[nodiscard]] std::vector<RegistrarKind> const& kinds() const { return kinds_; }
  /// Whether somebody of these types may have one.
  [[nodiscard]] bool may_have(std::vector<std::string> const& types) const;
  /// The kind of contract without which nobody gets one; empty: none.
  [[nodiscard]] std::string const& contract() const { return contract_; }
  /// How remote access can be had.
  [[nodiscard]] std::vector<Word> const& access() const { return access_; }
  [[nodiscard]] Word const* find_access(std::string_view code) const;
  [[nodiscard]] std::vector<RegistrarNeed> const& needs() const { return needs_; }
  /// What the group asks for that day; null: nothing.
  [[nodiscard]] RegistrarNeed const* need_of(std::string_view group, Date day) const;

  /// Grades of printed codes, the best first (ISO/IEC 15415).
  [[nodiscard]] std::vector<std::string> const& grades() const { return grades_; }
  [[nodiscard]] bool knows_grade(std::string_view grade) const;
  /// Whether a code of that grade is not good enough to go on goods.
  [[nodiscard]] bool too_bad(std::string_view grade) const;
  [[nodiscard]] std::string const& least_grade() const { return least_grade_; }

  /// Whether codes of the group may be lost before application for that reason.
  [[nodiscard]] bool drops_out(std::string_view group, std::string_view reason, Date day) const;

  [[nodiscard]] std::vector<Word> const& roles() const { return roles_; }
  [[nodiscard]] Word const* find_role(std::string_view code) const;
  /// Whether only providers of the directory can be appointed that day.
  [[nodiscard]] bool only_listed_providers(Date day) const { return listed_from_ && *listed_from_ <= day; }

 private:
  std::vector<RegistrarKind> kinds_;
  std::vector<std::string> types_;
  std::string contract_;
  std::vector<Word> access_;
  std::vector<RegistrarNeed> needs_;
  std::vector<DropOutRule> drop_outs_;
  std::vector<std::string> grades_;
  std::string least_grade_;
  std::vector<Word> roles_;
  std::optional<Date> listed_from_;
};

}  // namespace tamga::registrars
