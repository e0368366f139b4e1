// SPDX-License-Identifier: Apache-2.0
#include "registry/heads.hpp"

#include <algorithm>

#include "registry/digest_rows.hpp"
#include "registry/errors.hpp"
#include "registry/user_rows.hpp"
#include "registry/user_tables.hpp"

namespace tamga::registry {
namespace {

bool is_his(User const& user, NewHead const& head) {
  return (!head.person_id.empty() && user.person_id == head.person_id) || user.find(head.certificate);
}

User fresh(ParticipantNo participant, NewHead const& head, UserNo number, UnixMs now) {
  User user;
  user.number = number;
  user.participant = participant;
  user.person = head.person;
  user.person_id = head.person_id;
  user.added = now;
  return user;
}

/// Everything of an organisation is open to its head.
void enthrone(User& user, NewHead const& head) {
  std::string const role(country::first_role(false));
  if (std::find(user.roles.begin(), user.roles.end(), role) == user.roles.end()) user.roles.push_back(role);
  user.groups.clear();
  user.places.clear();
  user.email = head.email;
  user.language = head.language;
  user.state = UserState::Active;
}

Result<User> read_anew(sql::Connection& connection, UserNo number) {
  TAMGA_ASSIGN(user, read_user(connection, number));
  if (!user) return fail(kUserUnknown);
  return *std::move(user);
}

Result<UserNo> put_head(sql::Connection& connection, std::vector<User>& users, ParticipantNo participant,
                        NewHead const& head, UnixMs now) {
  UserCertificate const certificate{
      .certificate = head.certificate, .personal = false, .ends = head.ends, .added = now};
  auto const known =
      std::find_if(users.begin(), users.end(), [&](User const& user) { return is_his(user, head); });
  if (known == users.end()) {
    TAMGA_ASSIGN(number, next_user(connection));
    User user = fresh(participant, head, number, now);
    enthrone(user, head);
    user.certificates.push_back(certificate);
    TAMGA_TRY(insert_user(connection, user));
    return number;
  }
  enthrone(*known, head);
  if (known->person_id.empty()) known->person_id = head.person_id;
  TAMGA_TRY(update_user(connection, *known));
  if (!known->find(head.certificate)) TAMGA_TRY(insert_certificate(connection, known->number, certificate));
  return known->number;
}

}  // namespace

Result<std::optional<UserNo>> head_of(sql::Connection& connection, ParticipantNo participant) {
  auto const number = [](sql::Row const& row) { return row.as<UserNo>(0); };
  TAMGA_ASSIGN(head, connection.find(kHead, number, participant));
  if (head) return head;
  return connection.find(kUsersOf, number, participant);
}

Result<Language> language_of(sql::Connection& connection, ParticipantNo participant, Language otherwise) {
  TAMGA_ASSIGN(head, head_of(connection, participant));
  if (!head) return otherwise;
  TAMGA_ASSIGN(user, read_user(connection, *head));
  return user && !user->email.empty() ? user->language : otherwise;
}

Result<std::vector<HeadCertificate>> head_certificates(sql::Connection& connection,
                                                       ParticipantNo participant) {
  std::vector<HeadCertificate> out;
  TAMGA_ASSIGN(head, head_of(connection, participant));
  if (!head) return out;
  TAMGA_ASSIGN(rows, connection.query(kStandingOfCertificates, *head));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    out.push_back({digest_at(row, 0), row.as<UnixMs>(1), row.as<UnixMs>(2)});
  }));
  return out;
}

bool all_revoked(std::span<HeadCertificate const> certificates, UnixMs now) {
  bool any = false;
  for (HeadCertificate const& one : certificates) {
    bool const ended = one.ends.value() != 0 && one.ends <= now;
    bool const revoked = one.revoked.value() != 0;
    if (!revoked && !ended) return false;
    any = any || revoked;
  }
  return any;
}

Result<bool> note_revoked(sql::Connection& connection, crypto::Sha256 const& certificate, UnixMs now) {
  TAMGA_ASSIGN(changed, connection.execute(kRevokeCertificate, sql::Blob{crypto::view(certificate)}, now));
  return changed > 0;
}

Result<Succession> succeed(sql::Connection& connection, ParticipantNo participant, NewHead const& head,
                           UnixMs now) {
  TAMGA_ASSIGN(version, users_version(connection, participant));
  TAMGA_ASSIGN(users, read_users(connection, participant));
  TAMGA_ASSIGN(before, head_of(connection, participant));
  TAMGA_ASSIGN(number, put_head(connection, users, participant, head, now));
  TAMGA_TRY(connection.execute(kSetHead, participant, number, now));
  Succession out;
  for (User& user : users) {
    if (!before || user.number != *before) continue;
    TAMGA_TRY(end_access(connection, user, now));
    user.since = now;
    if (user.number != number) user.state = UserState::Blocked;
    TAMGA_TRY(update_user(connection, user));
    if (user.number == number) continue;
    TAMGA_ASSIGN(former, read_anew(connection, user.number));
    out.former = std::move(former);
  }
  TAMGA_TRY(raise_version(connection, participant, version));
  TAMGA_ASSIGN(now_head, read_anew(connection, number));
  out.head = std::move(now_head);
  return out;
}

}  // namespace tamga::registry
