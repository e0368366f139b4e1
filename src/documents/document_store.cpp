// SPDX-License-Identifier: Apache-2.0
#include "documents/document_store.hpp"

#include <xxhash.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <limits>

#include "base/number_source.hpp"
#include "ledger/errors.hpp"
#include "shape/decode.hpp"
#include "shape/encode.hpp"

namespace tamga::documents {
namespace {

constexpr sql::Statement kInsert{
    "document.insert",
    "INSERT INTO document (document, participant, kind, status, received_at, key_hash, idempotency_key, "
    "certificate, person, body_hash, body, signature, verdict, evidence, standing, principal, counterpart) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"};
#define TAMGA_DOCUMENT_HEAD                                                                         \
  "SELECT document, participant, kind, status, received_at, idempotency_key, certificate, person, " \
  "body_hash, "                                                                                     \
  "verdict, standing, principal, counterpart"
constexpr sql::Statement kByKey{"document.by_key",
                                TAMGA_DOCUMENT_HEAD " FROM document WHERE key_hash = ANY($1)"};
constexpr sql::Statement kFind{
    "document.find", TAMGA_DOCUMENT_HEAD ", body, signature, evidence FROM document WHERE document = $1"};
#define TAMGA_DOCUMENT_STRETCH \
  " AND document < $2 AND document >= $3 AND (kind = $4 OR $4 = 0) AND (status = $5"
#define TAMGA_DOCUMENT_PAGE ") AND (counterpart = $7 OR $7 = 0) ORDER BY document DESC LIMIT $6"
constexpr sql::Statement kOf{"document.of", TAMGA_DOCUMENT_HEAD
                             " FROM document WHERE participant = $1" TAMGA_DOCUMENT_STRETCH
                             " OR $5 = 0" TAMGA_DOCUMENT_PAGE};
/// The same where few documents are wanted, by their own index.
constexpr sql::Statement kOfNotWhole{
    "document.of.not_whole", TAMGA_DOCUMENT_HEAD
    " FROM document WHERE participant = $1 AND status <> 1" TAMGA_DOCUMENT_STRETCH TAMGA_DOCUMENT_PAGE};
/// With one counterpart, by its own index.
constexpr sql::Statement kOfWith{
    "document.of.with",
    TAMGA_DOCUMENT_HEAD " FROM document WHERE participant = $1 AND counterpart <> 0" TAMGA_DOCUMENT_STRETCH
                        " OR $5 = 0) AND counterpart = $7 ORDER BY document DESC LIMIT $6"};
constexpr sql::Statement kFor{"document.for", TAMGA_DOCUMENT_HEAD
                              " FROM document WHERE principal = $1 AND principal <> 0" TAMGA_DOCUMENT_STRETCH
                              " OR $5 = 0" TAMGA_DOCUMENT_PAGE};
static_assert(static_cast<int>(DocumentStatus::Accepted) == 1);
#undef TAMGA_DOCUMENT_PAGE
#undef TAMGA_DOCUMENT_STRETCH
#undef TAMGA_DOCUMENT_HEAD
constexpr sql::Statement kSetStanding{"document.standing",
                                      "UPDATE document SET evidence = $2, standing = $3 WHERE document = $1"};
constexpr sql::Statement kLast{"document.last",
                               "SELECT (SELECT coalesce(max(document), 0) FROM document), (SELECT "
                               "coalesce(max(applied), 0) FROM effect), (SELECT coalesce(max(document), 0) "
                               "FROM waiting_document)"};

enum class Packing : char { Plain = 0, Zstandard = 1 };
constexpr std::size_t kWorthPacking = 256;
constexpr std::size_t kMaxBody = std::size_t{256} << 20;

crypto::Sha256 digest(std::string_view bytes) {
  crypto::Sha256 out{};
  std::memcpy(out.data(), bytes.data(), std::min(bytes.size(), out.size()));
  return out;
}

Result<StoredDocument> head(sql::Row const& row) {
  StoredDocument out;
  out.number = row.as<ledger::DocumentNo>(0);
  out.participant = row.as<ledger::ParticipantNo>(1);
  out.kind = row.as<DocumentKind>(2);
  out.status = row.as<DocumentStatus>(3);
  out.received_at = row.as<UnixMs>(4);
  out.idempotency_key = row.text(5);
  out.certificate = digest(row.blob(6));
  out.person = row.text(7);
  out.body_hash = digest(row.blob(8));
  TAMGA_ASSIGN(verdict, shape::decode<Verdict>(row.text(9)));
  out.verdict = std::move(verdict);
  out.standing = row.as<evidence::Standing>(10);
  out.principal = row.as<ledger::ParticipantNo>(11);
  out.counterpart = row.as<ledger::ParticipantNo>(12);
  return out;
}

Result<std::vector<StoredDocument>> heads(sql::Rows rows) {
  std::vector<StoredDocument> out;
  TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
    TAMGA_ASSIGN(document, head(row));
    out.push_back(std::move(document));
    return {};
  }));
  return out;
}

}  // namespace

std::string pack_body(std::string_view body) {
  std::string out(1, static_cast<char>(Packing::Plain));
  if (body.size() >= kWorthPacking) {
    std::string packed(1 + ZSTD_compressBound(body.size()), static_cast<char>(Packing::Zstandard));
    std::size_t const size = ZSTD_compress(packed.data() + 1, packed.size() - 1, body.data(), body.size(), 1);
    if (!ZSTD_isError(size) && size < body.size()) {
      packed.resize(1 + size);
      packed.shrink_to_fit();
      return packed;
    }
  }
  out.append(body);
  return out;
}

Result<std::string> unpack_body(std::string_view packed) {
  if (packed.empty()) return fail(ledger::kLedgerDamaged);
  auto const packing = static_cast<Packing>(packed.front());
  packed.remove_prefix(1);
  if (packing == Packing::Plain) return std::string(packed);
  auto const size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (packing != Packing::Zstandard || size > kMaxBody) return fail(ledger::kLedgerDamaged);
  std::string body(static_cast<std::size_t>(size), '\0');
  std::size_t const got = ZSTD_decompress(body.data(), body.size(), packed.data(), packed.size());
  if (ZSTD_isError(got) || got != body.size()) return fail(ledger::kLedgerDamaged);
  return body;
}

std::int64_t key_hash(ledger::ParticipantNo participant, std::string_view idempotency_key) {
  return static_cast<std::int64_t>(
      XXH3_64bits_withSeed(idempotency_key.data(), idempotency_key.size(), participant.value()));
}

Result<void> insert_documents(sql::Connection& connection, std::span<StoredDocument const> documents) {
  sql::Batch rows(17);
  std::vector<std::string> verdicts;
  verdicts.reserve(documents.size());
  for (StoredDocument const& one : documents) {
    std::string const& verdict = verdicts.emplace_back(shape::encode(one.verdict));
    rows.add(one.number, one.participant, one.kind, one.status, one.received_at,
             key_hash(one.participant, one.idempotency_key), std::string_view(one.idempotency_key),
             sql::Blob{crypto::view(one.certificate)}, std::string_view(one.person),
             sql::Blob{crypto::view(one.body_hash)}, sql::Blob{one.body}, sql::Blob{one.signature},
             std::string_view(verdict), sql::Blob{crypto::view(one.evidence)}, one.standing, one.principal,
             one.counterpart);
  }
  if (rows.empty()) return {};
  TAMGA_TRY(connection.batch(kInsert, rows));
  return {};
}

Result<std::vector<StoredDocument>> documents_by_key(sql::Connection& connection,
                                                     std::span<std::int64_t const> key_hashes) {
  if (key_hashes.empty()) return std::vector<StoredDocument>{};
  TAMGA_ASSIGN(rows, connection.query(kByKey, key_hashes));
  return heads(std::move(rows));
}

Result<std::optional<StoredDocument>> find_document(sql::Connection& connection, ledger::DocumentNo number) {
  TAMGA_ASSIGN(rows, connection.query(kFind, number));
  TAMGA_ASSIGN(there, rows.next());
  if (!there) return std::optional<StoredDocument>();
  TAMGA_ASSIGN(document, head(rows.row()));
  document.body = rows.row().blob(13);
  document.signature = rows.row().blob(14);
  if (auto const evidence = rows.row().optional_blob(15)) document.evidence = digest(*evidence);
  return std::optional(std::move(document));
}

Result<void> set_standing(sql::Connection& connection, ledger::DocumentNo number,
                          crypto::Sha256 const& evidence, evidence::Standing standing) {
  TAMGA_TRY(connection.execute(kSetStanding, number, sql::Blob{crypto::view(evidence)}, standing));
  return {};
}

ledger::DocumentNo first_number_of(UnixMs moment) {
  constexpr int kBits = NumberSource::kLaneBits + NumberSource::kCounterBits;
  constexpr std::int64_t kLastMs = std::numeric_limits<std::int64_t>::max() >> kBits;
  return ledger::DocumentNo(std::clamp<std::int64_t>(moment.value(), 0, kLastMs) << kBits);
}

Result<std::vector<StoredDocument>> documents_of(sql::Connection& connection, DocumentFilter const& filter,
                                                 ledger::DocumentNo before, int limit) {
  ledger::DocumentNo const end = filter.until ? std::min(before, first_number_of(*filter.until)) : before;
  bool const few = filter.status && *filter.status != DocumentStatus::Accepted;
  bool const with = filter.counterpart != ledger::ParticipantNo();
  auto const& statement = filter.by_providers ? kFor : with ? kOfWith : few ? kOfNotWhole : kOf;
  TAMGA_ASSIGN(rows, connection.query(statement, filter.participant, end,
                                      first_number_of(filter.from.value_or(UnixMs(0))),
                                      filter.kind.value_or(DocumentKind(0)),
                                      filter.status.value_or(DocumentStatus(0)), limit, filter.counterpart));
  return heads(std::move(rows));
}

Result<std::int64_t> last_number(sql::Connection& connection) {
  TAMGA_ASSIGN(found, connection.find(kLast, [](sql::Row const& row) {
    return std::max({row.int64(0), row.int64(1), row.int64(2)});
  }));
  return found.value_or(0);
}

}  // namespace tamga::documents
