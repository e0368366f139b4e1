// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::evidence {

/// `evidence_piece`: certificates, lists and answers, each once by its SHA-256. `evidence_set`: which of them
/// prove signatures; many signatures share one. `evidence_signer`: the last of them in which a certificate
/// signed. `evidence_link`: the set of what is no document. `signature_doubt`: signatures that were accepted
/// before anybody answered for their certificates.
inline constexpr std::array kMigrations{
    sql::Migration{1, "what proves signatures", R"sql(
CREATE TABLE evidence_piece (
  digest {blob} NOT NULL PRIMARY KEY,
  kind {integer} NOT NULL,
  bytes {blob} NOT NULL
) {strict};
CREATE TABLE evidence_set (
  digest {blob} NOT NULL PRIMARY KEY,
  body {text} NOT NULL
) {strict_keyed};
CREATE TABLE evidence_link (
  subject {integer} NOT NULL,
  id {integer} NOT NULL,
  evidence {blob} NOT NULL,
  moment {integer} NOT NULL,
  PRIMARY KEY (subject, id)
) {strict_keyed};
CREATE TABLE signature_doubt (
  subject {integer} NOT NULL,
  id {integer} NOT NULL,
  evidence {blob} NOT NULL,
  moment {integer} NOT NULL,
  accepted_at {integer} NOT NULL,
  state {integer} NOT NULL,
  next_check_at {integer} NOT NULL,
  checks {integer} NOT NULL,
  PRIMARY KEY (subject, id)
) {strict_keyed};
CREATE INDEX signature_doubt_due ON signature_doubt (state, next_check_at);
)sql"},
    sql::Migration{2, "the last set of each signer's certificate", R"sql(
CREATE TABLE evidence_signer (
  certificate {blob} NOT NULL PRIMARY KEY,
  evidence {blob} NOT NULL
) {strict_keyed};
)sql"},
};

inline constexpr sql::Statement kPutPiece{
    "evidence.piece.put",
    "INSERT INTO evidence_piece (digest, kind, bytes) VALUES ($1, $2, $3) ON CONFLICT (digest) DO NOTHING"};
inline constexpr sql::Statement kPiece{"evidence.piece",
                                       "SELECT kind, bytes FROM evidence_piece WHERE digest = $1"};
inline constexpr sql::Statement kHasPiece{"evidence.piece.has",
                                          "SELECT kind FROM evidence_piece WHERE digest = $1"};
inline constexpr sql::Statement kPutSet{
    "evidence.set.put",
    "INSERT INTO evidence_set (digest, body) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING"};
inline constexpr sql::Statement kSet{"evidence.set", "SELECT body FROM evidence_set WHERE digest = $1"};
inline constexpr sql::Statement kPutSigner{
    "evidence.signer.put",
    "INSERT INTO evidence_signer (certificate, evidence) VALUES ($1, $2) "
    "ON CONFLICT (certificate) DO UPDATE SET evidence = excluded.evidence"};
inline constexpr sql::Statement kSetOfSigner{"evidence.signer",
                                             "SELECT evidence FROM evidence_signer WHERE certificate = $1"};
inline constexpr sql::Statement kLink{
    "evidence.link.put",
    "INSERT INTO evidence_link (subject, id, evidence, moment) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (subject, id) DO UPDATE SET evidence = excluded.evidence, moment = excluded.moment"};
inline constexpr sql::Statement kLinked{
    "evidence.link", "SELECT evidence, moment FROM evidence_link WHERE subject = $1 AND id = $2"};

inline constexpr sql::Statement kPutDoubt{
    "evidence.doubt.put",
    "INSERT INTO signature_doubt (subject, id, evidence, moment, accepted_at, state, next_check_at, checks) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (subject, id) DO UPDATE SET evidence = "
    "excluded.evidence, state = excluded.state, next_check_at = excluded.next_check_at, checks = "
    "excluded.checks"};
inline constexpr sql::Statement kDropDoubt{"evidence.doubt.drop",
                                           "DELETE FROM signature_doubt WHERE subject = $1 AND id = $2"};
inline constexpr sql::Statement kDoubtsDue{
    "evidence.doubts.due",
    "SELECT subject, id, evidence, moment, accepted_at, state, next_check_at, checks FROM signature_doubt "
    "WHERE state = 3 AND next_check_at <= $1 ORDER BY next_check_at LIMIT $2"};
inline constexpr sql::Statement kDoubtsIn{
    "evidence.doubts",
    "SELECT subject, id, evidence, moment, accepted_at, state, next_check_at, checks FROM signature_doubt "
    "WHERE state = $1 AND id > $2 AND id <= COALESCE((SELECT id FROM signature_doubt WHERE state = $1 AND "
    "id > $2 ORDER BY id LIMIT 1 OFFSET $3), 9223372036854775807) ORDER BY id, subject"};
inline constexpr sql::Statement kDoubt{
    "evidence.doubt",
    "SELECT subject, id, evidence, moment, accepted_at, state, next_check_at, checks FROM signature_doubt "
    "WHERE subject = $1 AND id = $2"};

/// Signatures that were accepted and found to be of a revoked certificate.
inline constexpr sql::Statement kRevokedBacklog{
    "evidence.backlog", "SELECT COUNT(*), MIN(accepted_at) FROM signature_doubt WHERE state = 4"};

}  // namespace tamga::evidence
