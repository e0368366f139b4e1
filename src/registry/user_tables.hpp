// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"
#include "sql/turn.hpp"

namespace tamga::registry {

inline constexpr std::array kUserDistribution{
    sql::Distribution{.table = "user_account"}, sql::Distribution{.table = "user_certificate"},
    sql::Distribution{.table = "power_of_attorney"}, sql::Distribution{.table = "change_note"}};

/// Whoever signed for an organisation becomes a user with all rights of its side. Roles, groups and rights
/// are words with commas between, places have line ends between; days are those since 1970-01-01.
inline constexpr std::string_view kUserTables = R"sql(
ALTER TABLE participant ADD COLUMN users_version {integer} NOT NULL DEFAULT 0;
CREATE TABLE user_account (
  user_no {integer} NOT NULL PRIMARY KEY,
  participant {integer} NOT NULL,
  person {text} NOT NULL,
  person_id {text} NOT NULL,
  email {text} NOT NULL,
  language {text} NOT NULL,
  roles {text} NOT NULL,
  product_groups {text} NOT NULL,
  places {text} NOT NULL,
  state {integer} NOT NULL,
  since {integer} NOT NULL,
  added_by {text} NOT NULL,
  added {integer} NOT NULL
) {strict};
CREATE INDEX user_account_participant ON user_account (participant, user_no);
CREATE TABLE user_certificate (
  certificate {blob} NOT NULL PRIMARY KEY,
  user_no {integer} NOT NULL,
  personal {integer} NOT NULL,
  ends {integer} NOT NULL,
  added {integer} NOT NULL
) {strict_keyed};
CREATE INDEX user_certificate_user ON user_certificate (user_no);
CREATE INDEX user_certificate_ends ON user_certificate (ends);
CREATE TABLE power_of_attorney (
  participant {integer} NOT NULL,
  number {text} NOT NULL,
  person_id {text} NOT NULL,
  person {text} NOT NULL,
  rights {text} NOT NULL,
  valid_from {integer} NOT NULL,
  valid_until {integer} NOT NULL,
  document {integer} NOT NULL,
  revoked_by {integer} NOT NULL,
  PRIMARY KEY (participant, number)
) {strict_keyed};
CREATE TABLE change_note (
  document {integer} NOT NULL PRIMARY KEY,
  changes {text} NOT NULL
) {strict};
INSERT INTO user_account (user_no, participant, person, person_id, email, language, roles, product_groups,
    places, state, since, added_by, added)
  SELECT ROW_NUMBER() OVER (ORDER BY s.certificate), s.participant, s.person, '', '', 'ru',
    CASE WHEN p.authority <> 0 THEN 'operator_administrator' ELSE 'administrator' END, '', '', 2, 0, '', 0
  FROM signer s JOIN participant p ON p.participant = s.participant;
INSERT INTO user_certificate (certificate, user_no, personal, ends, added)
  SELECT s.certificate, ROW_NUMBER() OVER (ORDER BY s.certificate), 0, 0, 0
  FROM signer s JOIN participant p ON p.participant = s.participant;
DROP TABLE signer;
)sql";

inline constexpr sql::Statement kAllUsers{
    "registry.users",
    "SELECT user_no, participant, person, person_id, email, language, roles, product_groups, places, state, "
    "since, added_by, added FROM user_account"};
inline constexpr sql::Statement kUserByNumber{
    "registry.user",
    "SELECT user_no, participant, person, person_id, email, language, roles, product_groups, places, state, "
    "since, added_by, added FROM user_account WHERE user_no = $1"};
inline constexpr sql::Statement kUsersOf{
    "registry.users.of", "SELECT user_no FROM user_account WHERE participant = $1 ORDER BY user_no"};
inline constexpr sql::Statement kInsertUser{
    "registry.user.insert",
    "INSERT INTO user_account (user_no, participant, person, person_id, email, language, roles, "
    "product_groups, places, state, since, added_by, added) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
    "$11, $12, $13)"};
inline constexpr sql::Statement kUpdateUser{
    "registry.user.update",
    "UPDATE user_account SET person_id = $2, email = $3, language = $4, roles = $5, product_groups = $6, "
    "places = $7, state = $8, since = $9 WHERE user_no = $1"};
inline constexpr sql::Statement kActivateUser{
    "registry.user.activate", "UPDATE user_account SET state = 2 WHERE user_no = $1 AND state = 1"};
inline constexpr sql::Statement kNoteChange{
    "registry.users.version.note",
    "UPDATE participant SET users_version = users_version + 1 WHERE participant = $1"};
/// Numbers of participants and users are given one transaction after another; those below 2^32 are for users
/// that no document admits.
inline constexpr sql::Turn kNumbering{"registry.numbers"};
inline constexpr sql::Statement kLastUser{
    "registry.user.last",
    "SELECT CAST(coalesce(max(user_no), 0) AS {integer}) FROM user_account WHERE user_no < 4294967296"};

inline constexpr sql::Statement kAllCertificates{
    "registry.certificates", "SELECT certificate, user_no, personal, ends, added FROM user_certificate"};
inline constexpr sql::Statement kCertificatesOf{
    "registry.certificates.of",
    "SELECT certificate, user_no, personal, ends, added FROM user_certificate WHERE user_no = $1"};
inline constexpr sql::Statement kUserOfCertificate{
    "registry.certificate.user", "SELECT user_no FROM user_certificate WHERE certificate = $1"};
inline constexpr sql::Statement kInsertCertificate{
    "registry.certificate.insert",
    "INSERT INTO user_certificate (certificate, user_no, personal, ends, added) VALUES ($1, $2, $3, $4, $5)"};
inline constexpr sql::Statement kDescribeCertificate{
    "registry.certificate.ends", "UPDATE user_certificate SET ends = $2 WHERE certificate = $1"};
inline constexpr sql::Statement kEndingCertificates{
    "registry.certificates.ending",
    "SELECT c.certificate, c.user_no, c.ends FROM user_certificate c JOIN user_account u ON u.user_no = "
    "c.user_no WHERE c.ends > $1 AND c.ends <= $2 AND u.state <> 3 AND u.email <> '' AND NOT EXISTS (SELECT "
    "1 FROM user_certificate l WHERE l.user_no = c.user_no AND l.ends > $2) ORDER BY c.ends LIMIT 10000"};

inline constexpr sql::Statement kStandingOfCertificates{
    "registry.certificates.standing",
    "SELECT certificate, ends, revoked FROM user_certificate WHERE user_no = $1"};
inline constexpr sql::Statement kRevokeCertificate{
    "registry.certificate.revoke",
    "UPDATE user_certificate SET revoked = $2 WHERE certificate = $1 AND revoked = 0"};
inline constexpr sql::Statement kHead{"registry.head",
                                      "SELECT user_no FROM participant_head WHERE participant = $1"};
inline constexpr sql::Statement kSetHead{
    "registry.head.set",
    "INSERT INTO participant_head (participant, user_no, since) VALUES ($1, $2, $3) "
    "ON CONFLICT (participant) DO UPDATE SET user_no = excluded.user_no, since = excluded.since"};

inline constexpr sql::Statement kAllPowers{
    "registry.powers",
    "SELECT participant, number, person_id, person, rights, valid_from, valid_until, document, revoked_by "
    "FROM power_of_attorney"};
inline constexpr sql::Statement kPowersOf{
    "registry.powers.of",
    "SELECT participant, number, person_id, person, rights, valid_from, valid_until, document, revoked_by "
    "FROM power_of_attorney WHERE participant = $1 ORDER BY document DESC LIMIT $2"};
inline constexpr sql::Statement kPowerByNumber{
    "registry.power",
    "SELECT participant, number, person_id, person, rights, valid_from, valid_until, document, revoked_by "
    "FROM power_of_attorney WHERE participant = $1 AND number = $2"};
inline constexpr sql::Statement kInsertPower{
    "registry.power.insert",
    "INSERT INTO power_of_attorney (participant, number, person_id, person, rights, valid_from, valid_until, "
    "document, revoked_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
inline constexpr sql::Statement kRevokePower{
    "registry.power.revoke",
    "UPDATE power_of_attorney SET revoked_by = $3 WHERE participant = $1 AND number = $2"};

inline constexpr sql::Statement kUsersVersion{"registry.users.version",
                                              "SELECT users_version FROM participant WHERE participant = $1"};
inline constexpr sql::Statement kRaiseVersion{
    "registry.users.version.raise",
    "UPDATE participant SET users_version = users_version + 1 WHERE participant = $1 AND users_version = $2"};

inline constexpr sql::Statement kEndSessions{
    "registry.user.sessions", "UPDATE session SET expires = $2 WHERE certificate = $1 AND expires > $2"};
inline constexpr sql::Statement kRevokeKeys{
    "registry.user.keys", "UPDATE api_key SET revoked = $2 WHERE certificate = $1 AND revoked = 0"};

inline constexpr sql::Statement kInsertChanges{"registry.changes.insert",
                                               "INSERT INTO change_note (document, changes) VALUES ($1, $2)"};
inline constexpr sql::Statement kChangesOf{
    "registry.changes", "SELECT document, changes FROM change_note WHERE document = ANY($1)"};

}  // namespace tamga::registry
