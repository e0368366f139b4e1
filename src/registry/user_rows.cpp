// SPDX-License-Identifier: Apache-2.0
#include "registry/user_rows.hpp"

#include <map>
#include <span>
#include <string>

#include "registry/digest_rows.hpp"
#include "registry/ending.hpp"
#include "registry/errors.hpp"
#include "registry/user_tables.hpp"
#include "sql/errors.hpp"

namespace tamga::registry {
namespace {

constexpr sql::Statement kEndingPowers{
    "registry.powers.ending",
    "SELECT participant, number, person_id, person, rights, valid_from, valid_until, document, revoked_by "
    "FROM power_of_attorney WHERE valid_until >= $1 AND valid_until <= $2 AND revoked_by = 0 "
    "ORDER BY valid_until, document LIMIT 10000"};

std::string joined(std::span<std::string const> words, char between) {
  std::string out;
  for (std::string const& word : words) {
    if (!out.empty()) out += between;
    out += word;
  }
  return out;
}

std::vector<std::string> split(std::string_view text, char between) {
  std::vector<std::string> words;
  while (!text.empty()) {
    auto const end = std::min(text.find(between), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::string names_of(Rights rights) {
  std::vector<std::string> names;
  for (Right const right : rights.list()) names.emplace_back(name_of(right));
  return joined(names, ',');
}

/// A right that the program does not know any more gives nothing.
Rights rights_named(std::string_view text) {
  Rights out;
  for (std::string const& name : split(text, ','))
    if (auto const right = country::right_of(name)) out.add(*right);
  return out;
}

User user_of(sql::Row const& row) {
  return {.number = row.as<UserNo>(0),
          .participant = row.as<ParticipantNo>(1),
          .person = std::string(row.text(2)),
          .person_id = std::string(row.text(3)),
          .email = std::string(row.text(4)),
          .language = language_of(row.text(5)).value_or(Language::Ru),
          .roles = split(row.text(6), ','),
          .groups = split(row.text(7), ','),
          .places = split(row.text(8), '\n'),
          .state = row.as<UserState>(9),
          .since = row.as<UnixMs>(10),
          .added_by = std::string(row.text(11)),
          .added = row.as<UnixMs>(12),
          .certificates = {},
          .powers = {}};
}

UserCertificate certificate_of(sql::Row const& row) {
  return {.certificate = digest_at(row, 0),
          .personal = row.int64(2) != 0,
          .ends = row.as<UnixMs>(3),
          .added = row.as<UnixMs>(4)};
}

PowerOfAttorney power_of(sql::Row const& row) {
  return {.participant = row.as<ParticipantNo>(0),
          .number = std::string(row.text(1)),
          .person_id = std::string(row.text(2)),
          .person = std::string(row.text(3)),
          .rights = rights_named(row.text(4)),
          .from = Date::from_days(static_cast<std::int32_t>(row.int64(5))),
          .until = Date::from_days(static_cast<std::int32_t>(row.int64(6))),
          .document = row.int64(7),
          .revoked_by = row.int64(8)};
}

bool names(PowerOfAttorney const& power, User const& user) {
  return !user.person_id.empty() && power.participant == user.participant &&
         power.person_id == user.person_id;
}

/// More than any organisation has; those are refused before.
constexpr int kPowersMax = 10'000;

Result<void> complete(sql::Connection& connection, User& user, std::span<PowerOfAttorney const> powers) {
  TAMGA_ASSIGN(rows, connection.query(kCertificatesOf, user.number));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { user.certificates.push_back(certificate_of(row)); }));
  for (PowerOfAttorney const& power : powers)
    if (names(power, user)) user.powers.push_back(power);
  return {};
}

}  // namespace

Result<std::optional<User>> read_user(sql::Connection& connection, UserNo number) {
  TAMGA_ASSIGN(user, connection.find(kUserByNumber, user_of, number));
  if (!user) return std::move(user);
  std::vector<PowerOfAttorney> powers;
  if (!user->person_id.empty()) {
    TAMGA_ASSIGN(all, read_powers(connection, user->participant, kPowersMax));
    powers = std::move(all);
  }
  TAMGA_TRY(complete(connection, *user, powers));
  return std::move(user);
}

Result<std::optional<UserNo>> user_of_certificate(sql::Connection& connection,
                                                  crypto::Sha256 const& certificate) {
  auto const number = [](sql::Row const& row) { return row.as<UserNo>(0); };
  return connection.find(kUserOfCertificate, number, sql::Blob{crypto::view(certificate)});
}

Result<std::vector<UserNo>> users_of(sql::Connection& connection, ParticipantNo participant) {
  std::vector<UserNo> numbers;
  TAMGA_ASSIGN(rows, connection.query(kUsersOf, participant));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { numbers.push_back(row.as<UserNo>(0)); }));
  return numbers;
}

Result<std::vector<User>> read_users(sql::Connection& connection, ParticipantNo participant) {
  TAMGA_ASSIGN(numbers, users_of(connection, participant));
  TAMGA_ASSIGN(powers, read_powers(connection, participant, kPowersMax));
  std::vector<User> users;
  for (UserNo const number : numbers) {
    TAMGA_ASSIGN(user, connection.find(kUserByNumber, user_of, number));
    if (!user) continue;
    TAMGA_TRY(complete(connection, *user, powers));
    users.push_back(*std::move(user));
  }
  return users;
}

Result<std::vector<User>> read_all_users(sql::Connection& connection) {
  std::map<UserNo, User> users;
  {
    TAMGA_ASSIGN(rows, connection.query(kAllUsers));
    TAMGA_TRY(rows.each([&](sql::Row const& row) {
      User user = user_of(row);
      UserNo const number = user.number;
      users.emplace(number, std::move(user));
    }));
  }
  {
    TAMGA_ASSIGN(rows, connection.query(kAllCertificates));
    TAMGA_TRY(rows.each([&](sql::Row const& row) {
      if (auto const found = users.find(row.as<UserNo>(1)); found != users.end())
        found->second.certificates.push_back(certificate_of(row));
    }));
  }
  std::map<std::pair<ParticipantNo, std::string>, std::vector<PowerOfAttorney>> powers;
  TAMGA_ASSIGN(rows, connection.query(kAllPowers));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    PowerOfAttorney power = power_of(row);
    powers[{power.participant, power.person_id}].push_back(std::move(power));
  }));
  std::vector<User> out;
  out.reserve(users.size());
  for (auto& [number, user] : users) {
    auto const found = powers.find({user.participant, user.person_id});
    if (!user.person_id.empty() && found != powers.end()) user.powers = found->second;
    out.push_back(std::move(user));
  }
  return out;
}

Result<void> insert_user(sql::Connection& connection, User const& user) {
  std::string const roles = joined(user.roles, ',');
  std::string const groups = joined(user.groups, ',');
  std::string const places = joined(user.places, '\n');
  TAMGA_TRY(connection.execute(kInsertUser, user.number, user.participant, user.person, user.person_id,
                               user.email, code_of(user.language), roles, groups, places, user.state,
                               user.since, user.added_by, user.added));
  for (UserCertificate const& one : user.certificates)
    TAMGA_TRY(insert_certificate(connection, user.number, one));
  return {};
}

Result<void> update_user(sql::Connection& connection, User const& user) {
  std::string const roles = joined(user.roles, ',');
  std::string const groups = joined(user.groups, ',');
  std::string const places = joined(user.places, '\n');
  TAMGA_TRY(connection.execute(kUpdateUser, user.number, user.person_id, user.email, code_of(user.language),
                               roles, groups, places, user.state, user.since));
  return {};
}

Result<void> activate_user(sql::Connection& connection, ParticipantNo participant, UserNo number) {
  TAMGA_ASSIGN(activated, connection.execute(kActivateUser, number));
  if (activated > 0) TAMGA_TRY(connection.execute(kNoteChange, participant));
  return {};
}

Result<void> insert_certificate(sql::Connection& connection, UserNo user, UserCertificate const& one) {
  TAMGA_ASSIGN(known, user_of_certificate(connection, one.certificate));
  if (known) return fail(kSignerExists);
  TAMGA_TRY(connection.execute(kInsertCertificate, sql::Blob{crypto::view(one.certificate)}, user,
                               one.personal, one.ends, one.added));
  return {};
}

Result<UserNo> next_user(sql::Connection& connection) {
  TAMGA_TRY(sql::take_turn(connection, kNumbering));
  TAMGA_ASSIGN(last, connection.find(kLastUser, [](sql::Row const& row) { return row.int64(0); }));
  return UserNo(last.value_or(0) + 1);
}

Result<void> end_access(sql::Connection& connection, User const& user, UnixMs now) {
  for (UserCertificate const& one : user.certificates) {
    TAMGA_TRY(connection.execute(kEndSessions, sql::Blob{crypto::view(one.certificate)}, now));
    TAMGA_TRY(connection.execute(kRevokeKeys, sql::Blob{crypto::view(one.certificate)}, now));
  }
  return {};
}

Result<std::optional<PowerOfAttorney>> read_power(sql::Connection& connection, ParticipantNo participant,
                                                  std::string_view number) {
  return connection.find(kPowerByNumber, power_of, participant, number);
}

Result<std::vector<PowerOfAttorney>> read_powers(sql::Connection& connection, ParticipantNo participant,
                                                 int limit) {
  std::vector<PowerOfAttorney> out;
  TAMGA_ASSIGN(rows, connection.query(kPowersOf, participant, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(power_of(row)); }));
  return out;
}

Result<std::vector<PowerOfAttorney>> ending_powers(sql::Connection& connection, Date from, Date until) {
  std::vector<PowerOfAttorney> out;
  TAMGA_ASSIGN(rows, connection.query(kEndingPowers, from.days(), until.days()));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(power_of(row)); }));
  return out;
}

Result<void> insert_power(sql::Connection& connection, PowerOfAttorney const& power) {
  std::string const rights = names_of(power.rights);
  TAMGA_TRY(connection.execute(kInsertPower, power.participant, power.number, power.person_id, power.person,
                               rights, power.from.days(), power.until.days(), power.document,
                               power.revoked_by));
  return {};
}

Result<void> revoke_power(sql::Connection& connection, PowerOfAttorney const& power) {
  TAMGA_TRY(connection.execute(kRevokePower, power.participant, power.number, power.revoked_by));
  return {};
}

Result<std::int64_t> users_version(sql::Connection& connection, ParticipantNo participant) {
  auto const version = [](sql::Row const& row) { return row.int64(0); };
  TAMGA_ASSIGN(found, connection.find(kUsersVersion, version, participant));
  if (!found) return fail(kParticipantUnknown);
  return *found;
}

Result<void> raise_version(sql::Connection& connection, ParticipantNo participant, std::int64_t known) {
  TAMGA_ASSIGN(raised, connection.execute(kRaiseVersion, participant, known));
  if (raised == 0) return fail(Error(sql::kStoreConflict).log("users of the participant changed meanwhile"));
  return {};
}

Result<std::vector<EndingCertificate>> ending_certificates(sql::Connection& connection, UnixMs from,
                                                           UnixMs until) {
  std::vector<EndingCertificate> out;
  TAMGA_ASSIGN(rows, connection.query(kEndingCertificates, from, until));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    out.push_back({digest_at(row, 0), row.as<UserNo>(1), row.as<UnixMs>(2)});
  }));
  return out;
}

}  // namespace tamga::registry
