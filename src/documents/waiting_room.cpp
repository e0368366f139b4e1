// SPDX-License-Identifier: Apache-2.0
#include "documents/waiting_room.hpp"

#include <algorithm>

#include "crypto/digest_text.hpp"
#include "crypto/errors.hpp"
#include "documents/errors.hpp"
#include "documents/kinds/all.hpp"

namespace tamga::documents {
namespace {

#define TAMGA_WAITING_HEAD                                                                         \
  "document, participant, authority, certificate, person, api_key, received_at, idempotency_key, " \
  "request_id, body_hash, reason, next_check_at, checks, said_kind, silent, asked_at, asked_by_people"
constexpr sql::Statement kInsert{"document.waiting.insert",
                                 "INSERT INTO waiting_document (" TAMGA_WAITING_HEAD
                                 ", key_hash, body, signature) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
                                 "$10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)"};
constexpr sql::Statement kDelay{"document.waiting.delay",
                                "UPDATE waiting_document SET reason = $2, silent = $3, asked_at = $4, "
                                "next_check_at = $5, checks = $6 WHERE document = $1"};
constexpr sql::Statement kAsked{"document.waiting.asked",
                                "UPDATE waiting_document SET reason = $2, silent = $3, asked_at = $4, "
                                "asked_by_people = asked_by_people + 1 WHERE document = $1"};
constexpr sql::Statement kDrop{"document.waiting.drop", "DELETE FROM waiting_document WHERE document = $1"};
constexpr sql::Statement kCount{
    "document.waiting.count",
    "SELECT CAST(count(*) AS {integer}) FROM waiting_document WHERE participant = $1"};
constexpr sql::Statement kByKey{"document.waiting.key",
                                "SELECT " TAMGA_WAITING_HEAD
                                " FROM waiting_document WHERE key_hash = $1 AND participant = $2 AND "
                                "idempotency_key = $3"};
constexpr sql::Statement kByNumber{"document.waiting",
                                   "SELECT " TAMGA_WAITING_HEAD
                                   ", body, signature FROM waiting_document WHERE document = $1"};
constexpr sql::Statement kOf{"document.waiting.of",
                             "SELECT " TAMGA_WAITING_HEAD
                             " FROM waiting_document WHERE participant = $1 ORDER BY document DESC LIMIT $2"};
constexpr sql::Statement kAll{"document.waiting.all",
                              "SELECT " TAMGA_WAITING_HEAD
                              " FROM waiting_document WHERE document > $1 AND (participant = $3 OR $3 = 0) "
                              "AND (reason = $4 OR $4 = '') ORDER BY document LIMIT $2"};
constexpr sql::Statement kIs{"document.waiting.is",
                             "SELECT document FROM waiting_document WHERE document = $1"};
constexpr sql::Statement kDue{"document.waiting.due",
                              "SELECT document FROM waiting_document WHERE next_check_at <= $1 "
                              "ORDER BY next_check_at, document LIMIT $2"};
#undef TAMGA_WAITING_HEAD

WaitingDocument head(sql::Row const& row) {
  WaitingDocument out;
  out.number = row.as<ledger::DocumentNo>(0);
  out.sender = {.participant = row.as<ledger::ParticipantNo>(1),
                .authority = row.int64(2) != 0,
                .certificate = crypto::digest_of(row.blob(3)),
                .person = std::string(row.text(4)),
                .api_key = std::string(row.text(5))};
  out.received_at = row.as<UnixMs>(6);
  out.idempotency_key = row.text(7);
  out.request_id = row.text(8);
  out.body_hash = crypto::digest_of(row.blob(9));
  out.reason = row.text(10);
  out.next_check_at = row.as<UnixMs>(11);
  out.checks = static_cast<int>(row.int64(12));
  out.said_kind = row.text(13);
  out.silent = row.text(14);
  out.asked_at = row.as<UnixMs>(15);
  out.asked_by_people = static_cast<int>(row.int64(16));
  return out;
}

Result<std::vector<WaitingDocument>> heads_of(Result<sql::Rows> rows) {
  if (!rows) return fail(std::move(rows).error());
  std::vector<WaitingDocument> out;
  TAMGA_TRY(rows->each([&](sql::Row const& row) { out.push_back(head(row)); }));
  return out;
}

}  // namespace

bool is_worth_waiting(Error const& error) {
  return error.is(crypto::kRevocationUnknown) || error.is(crypto::kVerificationUnreachable);
}

std::string said_kind(std::string_view body) {
  auto name = shape::peek_string_field(body, kKindField, {.max_bytes = body.size()});
  return name && find_kind(*name) != nullptr ? *std::move(name) : std::string();
}

Result<void> insert_waiting(sql::Connection& connection, WaitingDocument const& one) {
  TAMGA_TRY(connection.execute(
      kInsert, one.number, one.sender.participant, static_cast<std::int64_t>(one.sender.authority),
      sql::Blob{crypto::view(one.sender.certificate)}, one.sender.person, one.sender.api_key, one.received_at,
      one.idempotency_key, one.request_id, sql::Blob{crypto::view(one.body_hash)}, one.reason,
      one.next_check_at, static_cast<std::int64_t>(one.checks), one.said_kind, one.silent, one.asked_at,
      static_cast<std::int64_t>(one.asked_by_people), key_hash(one.sender.participant, one.idempotency_key),
      sql::Blob{one.body}, sql::Blob{one.signature}));
  return {};
}

Result<void> delay_waiting(sql::Connection& connection, WaitingDocument const& one) {
  TAMGA_TRY(connection.execute(kDelay, one.number, one.reason, one.silent, one.asked_at, one.next_check_at,
                               static_cast<std::int64_t>(one.checks)));
  return {};
}

Result<void> note_asked(sql::Connection& connection, WaitingDocument const& one) {
  TAMGA_TRY(connection.execute(kAsked, one.number, one.reason, one.silent, one.asked_at));
  return {};
}

Result<void> drop_waiting(sql::Connection& connection, ledger::DocumentNo number) {
  TAMGA_TRY(connection.execute(kDrop, number));
  return {};
}

Result<std::int64_t> count_waiting(sql::Connection& connection, ledger::ParticipantNo participant) {
  TAMGA_ASSIGN(count, connection.find(
                          kCount, [](sql::Row const& row) { return row.int64(0); }, participant));
  return count.value_or(0);
}

Result<std::optional<WaitingDocument>> find_waiting(sql::Connection& connection,
                                                    ledger::ParticipantNo participant, std::string_view key) {
  return connection.find(kByKey, head, key_hash(participant, key), participant, key);
}

Result<std::optional<WaitingDocument>> find_waiting(sql::Connection& connection, ledger::DocumentNo number) {
  return connection.find(
      kByNumber,
      [](sql::Row const& row) {
        WaitingDocument out = head(row);
        out.body = row.blob(17);
        out.signature = row.blob(18);
        return out;
      },
      number);
}

Result<std::optional<StoredDocument>> find_sent(sql::Connection& connection, ledger::DocumentNo number) {
  TAMGA_ASSIGN(judged, find_document(connection, number));
  if (judged) return judged;
  TAMGA_ASSIGN(waiting, find_waiting(connection, number));
  if (waiting) return seen_from_outside(*waiting);
  return find_document(connection, number);
}

Result<std::vector<WaitingDocument>> waiting_of(sql::Connection& connection,
                                                ledger::ParticipantNo participant, int limit) {
  return heads_of(connection.query(kOf, participant, static_cast<std::int64_t>(limit)));
}

Result<std::vector<WaitingDocument>> all_waiting(sql::Connection& connection, WaitingFilter const& filter,
                                                 ledger::DocumentNo after, int limit) {
  return heads_of(
      connection.query(kAll, after, static_cast<std::int64_t>(limit), filter.participant, filter.reason));
}

Result<bool> is_waiting(sql::Connection& connection, ledger::DocumentNo number) {
  TAMGA_ASSIGN(found, connection.find(
                          kIs, [](sql::Row const&) { return true; }, number));
  return found.has_value();
}

Result<std::vector<ledger::DocumentNo>> waiting_due(sql::Connection& connection, UnixMs now, int limit) {
  TAMGA_ASSIGN(rows, connection.query(kDue, now, static_cast<std::int64_t>(limit)));
  std::vector<ledger::DocumentNo> out;
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(row.as<ledger::DocumentNo>(0)); }));
  return out;
}

Result<Parcel> sent_again(WaitingDocument const& one) {
  TAMGA_ASSIGN(body, unpack_body(one.body));
  return Parcel{.body = std::move(body),
                .signature = one.signature,
                .unread = {},
                .idempotency_key = one.idempotency_key,
                .request_id = one.request_id,
                .waited = one.number,
                .checks = one.checks};
}

StoredDocument seen_from_outside(WaitingDocument const& one) {
  StoredDocument out;
  out.number = one.number;
  out.participant = one.sender.participant;
  if (Kind const* const kind = find_kind(one.said_kind)) out.kind = kind->traits.number;
  out.status = DocumentStatus::Waiting;
  out.received_at = one.received_at;
  out.idempotency_key = one.idempotency_key;
  out.certificate = one.sender.certificate;
  out.person = one.sender.person;
  out.body_hash = one.body_hash;
  out.body = one.body;
  out.signature = one.signature;
  out.verdict.status = 202;
  out.verdict.objections.push_back({.pointer = {},
                                    .error = std::string(kWaitsForAuthority.name),
                                    .status = kWaitsForAuthority.http_status,
                                    .arguments = {{"subject", one.sender.person}}});
  out.standing = evidence::Standing::Waiting;
  return out;
}

}  // namespace tamga::documents
