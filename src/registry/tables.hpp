// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "registry/user_tables.hpp"
#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::registry {

/// Who and what is small and asked for everywhere, goods are spread by GTIN; sessions and keys stay on the
/// coordinator, because two of their columns are unique.
inline constexpr std::array kRegistryDistribution{
    sql::Distribution{.table = "participant"},
    sql::Distribution{.table = "signer"},
    sql::Distribution{.table = "product", .column = "gtin"},
};

inline constexpr std::array kProfileDistribution{sql::Distribution{.table = "profile"}};
inline constexpr std::array kCallChangeDistribution{sql::Distribution{.table = "call_change"}};

/// The tables of this room. `types` and `addresses` hold words with commas between; certificates, tokens,
/// challenges, keys (`digest`) and the requests that made them are SHA-256; `revoked` is 0 until it is.
inline constexpr std::array kMigrations{
    sql::Migration{1, "participants, signers, products, sessions", R"sql(
CREATE TABLE participant (
  participant {integer} NOT NULL PRIMARY KEY,
  tax_id {text} NOT NULL UNIQUE,
  name {text} NOT NULL,
  types {text} NOT NULL,
  authority {integer} NOT NULL
) {strict};
CREATE TABLE signer (
  certificate {blob} NOT NULL PRIMARY KEY,
  participant {integer} NOT NULL,
  person {text} NOT NULL
) {strict_keyed};
CREATE TABLE product (
  gtin {integer} NOT NULL PRIMARY KEY,
  owner {integer} NOT NULL,
  product_group {text} NOT NULL,
  level {text} NOT NULL,
  name_ru {text} NOT NULL,
  name_uz {text} NOT NULL,
  name_en {text} NOT NULL,
  published {integer} NOT NULL
) {strict};
CREATE INDEX product_owner ON product (owner, gtin);
CREATE TABLE session (
  token {blob} NOT NULL PRIMARY KEY,
  challenge {blob} NOT NULL UNIQUE,
  participant {integer} NOT NULL,
  certificate {blob} NOT NULL,
  person {text} NOT NULL,
  opened {integer} NOT NULL,
  expires {integer} NOT NULL
) {strict_keyed};
CREATE INDEX session_expires ON session (expires);
)sql",
                   kRegistryDistribution},
    sql::Migration{2, "use of sessions, keys of technical users", R"sql(
ALTER TABLE session ADD COLUMN used {integer} NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN address {text} NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN agent {text} NOT NULL DEFAULT '';
UPDATE session SET used = opened;
CREATE INDEX session_participant ON session (participant, expires);
CREATE TABLE used_challenge (
  challenge {blob} NOT NULL PRIMARY KEY,
  used {integer} NOT NULL
) {strict_keyed};
CREATE INDEX used_challenge_used ON used_challenge (used);
CREATE TABLE api_key (
  digest {blob} NOT NULL PRIMARY KEY,
  request {blob} NOT NULL UNIQUE,
  participant {integer} NOT NULL,
  name {text} NOT NULL,
  scopes {integer} NOT NULL,
  addresses {text} NOT NULL,
  certificate {blob} NOT NULL,
  person {text} NOT NULL,
  made {integer} NOT NULL,
  expires {integer} NOT NULL,
  used {integer} NOT NULL,
  revoked {integer} NOT NULL,
  replaced_by {text} NOT NULL
) {strict_keyed};
CREATE INDEX api_key_participant ON api_key (participant, made);
)sql"},
    sql::Migration{3, "profiles", R"sql(
CREATE TABLE profile (
  participant {integer} NOT NULL PRIMARY KEY,
  body {text} NOT NULL,
  document {integer} NOT NULL,
  since {integer} NOT NULL
) {strict};
)sql",
                   kProfileDistribution},
    sql::Migration{4, "users, their certificates and powers of attorney", kUserTables, kUserDistribution},
    sql::Migration{5, "how sessions were opened", R"sql(
ALTER TABLE session ADD COLUMN method {text} NOT NULL DEFAULT 'certificate';
)sql"},
    sql::Migration{6, "calls by the key of their sender", R"sql(
CREATE TABLE keyed_call (
  participant {integer} NOT NULL,
  idempotency {text} NOT NULL,
  request {blob} NOT NULL,
  object {text} NOT NULL,
  at {integer} NOT NULL,
  PRIMARY KEY (participant, idempotency)
) {strict_keyed};
CREATE INDEX keyed_call_at ON keyed_call (at);
)sql"},
    sql::Migration{7, "heads of organisations, revoked certificates", R"sql(
ALTER TABLE user_certificate ADD COLUMN revoked {integer} NOT NULL DEFAULT 0;
CREATE TABLE participant_head (
  participant {integer} NOT NULL PRIMARY KEY,
  user_no {integer} NOT NULL,
  since {integer} NOT NULL
) {strict_keyed};
)sql"},
    sql::Migration{8, "mandates of service providers", R"sql(
CREATE TABLE mandate (
  mandate {integer} NOT NULL PRIMARY KEY,
  principal {integer} NOT NULL,
  provider {integer} NOT NULL,
  rights {text} NOT NULL,
  groups {text} NOT NULL,
  begins {integer} NOT NULL,
  ends {integer} NOT NULL,
  ended_by {integer} NOT NULL
) {strict};
CREATE INDEX mandate_principal ON mandate (principal, provider);
CREATE INDEX mandate_provider ON mandate (provider);
)sql"},
    sql::Migration{9, "version of the card of goods", R"sql(
ALTER TABLE product ADD COLUMN card_version {integer} NOT NULL DEFAULT 0;
)sql"},
    sql::Migration{10, "what calls changed", R"sql(
CREATE TABLE call_change (
  seal {blob} NOT NULL PRIMARY KEY,
  salt {blob} NOT NULL,
  changes {text} NOT NULL
) {strict_keyed};
)sql",
                   kCallChangeDistribution},
};

inline constexpr sql::Statement kAllParticipants{
    "registry.participants", "SELECT participant, tax_id, name, types, authority FROM participant"};
inline constexpr sql::Statement kParticipantByNumber{
    "registry.participant",
    "SELECT participant, tax_id, name, types, authority FROM participant WHERE participant = $1"};
inline constexpr sql::Statement kParticipantByTaxId{
    "registry.participant.tax_id",
    "SELECT participant, tax_id, name, types, authority FROM participant WHERE tax_id = $1"};
inline constexpr sql::Statement kLastParticipant{
    "registry.participant.last", "SELECT CAST(coalesce(max(participant), 0) AS {integer}) FROM participant"};
inline constexpr sql::Statement kInsertParticipant{
    "registry.participant.insert",
    "INSERT INTO participant (participant, tax_id, name, types, authority) VALUES ($1, $2, $3, $4, $5)"};

inline constexpr sql::Statement kProductByGtin{
    "registry.product",
    "SELECT gtin, owner, product_group, level, name_ru, name_uz, name_en, published, card_version FROM product "
    "WHERE gtin = $1"};
inline constexpr sql::Statement kProductsOfOwner{
    "registry.products.owner",
    "SELECT gtin, owner, product_group, level, name_ru, name_uz, name_en, published, card_version FROM product "
    "WHERE owner = $1 AND gtin > $2 ORDER BY gtin LIMIT $3"};
/// Changes no row when the product has another owner.
inline constexpr sql::Statement kPutProduct{
    "registry.product.put",
    "INSERT INTO product (gtin, owner, product_group, level, name_ru, name_uz, name_en, published, card_version) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (gtin) DO UPDATE SET product_group = "
    "excluded.product_group, level = excluded.level, name_ru = excluded.name_ru, name_uz = excluded.name_uz, "
    "name_en = excluded.name_en, published = excluded.published, card_version = "
    "excluded.card_version WHERE product.owner = excluded.owner"};

inline constexpr sql::Statement kInsertSession{"registry.session.insert",
                                               "INSERT INTO session (token, challenge, participant, "
                                               "certificate, person, opened, expires, used, address, "
                                               "agent, method) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
                                               "$10, $11)"};
inline constexpr sql::Statement kChallengeOf{"registry.session.challenge",
                                             "SELECT participant FROM session WHERE challenge = $1"};
inline constexpr sql::Statement kSessionByToken{"registry.session",
                                                "SELECT token, participant, certificate, person, opened, "
                                                "expires, used, address, agent, method FROM session "
                                                "WHERE token = $1"};
/// Those that would still be good at $2 and were used after $3.
inline constexpr sql::Statement kSessionsOf{
    "registry.sessions",
    "SELECT token, participant, certificate, person, opened, expires, used, address, agent, method FROM "
    "session "
    "WHERE participant = $1 AND expires > $2 AND used > $3 ORDER BY used DESC LIMIT $4"};
inline constexpr sql::Statement kUseSession{"registry.session.use",
                                            "UPDATE session SET used = $2 WHERE token = $1 AND used < $2"};
/// A closed session keeps its row: its challenge must stay used for as long as it could be accepted.
inline constexpr sql::Statement kCloseSession{
    "registry.session.close", "UPDATE session SET expires = $2 WHERE token = $1 AND expires > $2"};
inline constexpr sql::Statement kForgetSessions{"registry.sessions.forget",
                                                "DELETE FROM session WHERE expires < $1"};

inline constexpr sql::Statement kChallengeUse{"registry.challenge",
                                              "SELECT used FROM used_challenge WHERE challenge = $1"};
inline constexpr sql::Statement kUseChallenge{"registry.challenge.use",
                                              "INSERT INTO used_challenge (challenge, used) VALUES ($1, $2)"};
inline constexpr sql::Statement kForgetChallenges{"registry.challenges.forget",
                                                  "DELETE FROM used_challenge WHERE used < $1"};

inline constexpr sql::Statement kInsertApiKey{
    "registry.api_key.insert",
    "INSERT INTO api_key (digest, request, participant, name, scopes, addresses, certificate, person, made, "
    "expires, used, revoked, replaced_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 0, '')"};
inline constexpr sql::Statement kApiKeyByDigest{
    "registry.api_key",
    "SELECT digest, participant, name, scopes, addresses, certificate, person, made, expires, used, revoked, "
    "replaced_by FROM api_key WHERE digest = $1"};
/// Newest first.
inline constexpr sql::Statement kApiKeysOf{
    "registry.api_keys",
    "SELECT digest, participant, name, scopes, addresses, certificate, person, made, expires, used, revoked, "
    "replaced_by FROM api_key WHERE participant = $1 ORDER BY made DESC, digest LIMIT $2"};
inline constexpr sql::Statement kApiKeyRequest{"registry.api_key.request",
                                               "SELECT participant FROM api_key WHERE request = $1"};
inline constexpr sql::Statement kReplaceApiKey{
    "registry.api_key.replace", "UPDATE api_key SET replaced_by = $2, expires = $3 WHERE digest = $1"};
inline constexpr sql::Statement kRevokeApiKey{
    "registry.api_key.revoke", "UPDATE api_key SET revoked = $2 WHERE digest = $1 AND revoked = 0"};
inline constexpr sql::Statement kUseApiKey{"registry.api_key.use",
                                           "UPDATE api_key SET used = $2 WHERE digest = $1 AND used < $2"};

inline constexpr sql::Statement kCall{
    "registry.call", "SELECT request, object FROM keyed_call WHERE participant = $1 AND idempotency = $2"};
inline constexpr sql::Statement kInsertCall{
    "registry.call.insert",
    "INSERT INTO keyed_call (participant, idempotency, request, object, at) VALUES ($1, $2, $3, $4, $5)"};
inline constexpr sql::Statement kForgetCalls{"registry.call.forget", "DELETE FROM keyed_call WHERE at < $1"};

/// The stored form of types: codes with commas between.
std::string joined_types(std::vector<std::string> const& types);

}  // namespace tamga::registry
