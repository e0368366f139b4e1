// SPDX-License-Identifier: Apache-2.0
#include "evidence/book.hpp"

#include <algorithm>

#include "crypto/digest_text.hpp"
#include "evidence/tables.hpp"
#include "shape/decode.hpp"

namespace tamga::evidence {
namespace {

/// A list may have megabytes: it does not travel to the store to be found there.
Result<void> put(sql::Connection& connection, crypto::Sha256 const& digest, PieceKind kind,
                 std::string_view bytes) {
  sql::Blob const key{crypto::view(digest)};
  TAMGA_ASSIGN(there, connection.find(
                          kHasPiece, [](sql::Row const& row) { return row.int64(0); }, key));
  if (!there) TAMGA_TRY(connection.execute(kPutPiece, key, kind, sql::Blob{bytes}));
  return {};
}

Result<void> put_path(sql::Connection& connection, crypto::CertificatePath const& path) {
  if (path == nullptr) return {};
  for (crypto::Certificate const& one : *path)
    TAMGA_TRY(put(connection, one.sha256(), PieceKind::Certificate, one.der()));
  return {};
}

}  // namespace

Result<void> keep_certificate(sql::Connection& connection, crypto::Certificate const& certificate) {
  return put(connection, certificate.sha256(), PieceKind::Certificate, certificate.der());
}

bool Shelf::holds(crypto::Sha256 const& set) const {
  std::lock_guard const lock(mutex_);
  return sets_.contains(set);
}

void Shelf::remember(crypto::Sha256 const& set) {
  std::lock_guard const lock(mutex_);
  if (!sets_.insert(set).second) return;
  oldest_.push_back(set);
  if (oldest_.size() <= kMost) return;
  sets_.erase(oldest_.front());
  oldest_.pop_front();
}

Result<void> keep(sql::Connection& connection, Proof const& proof) {
  TAMGA_TRY(put_path(connection, proof.path));
  TAMGA_TRY(put_path(connection, proof.stamp_path));
  for (crypto::Revocation const& said : proof.statements) {
    if (said.evidence == nullptr) continue;
    auto const kind =
        said.source == crypto::RevocationSource::List ? PieceKind::RevocationList : PieceKind::StatusAnswer;
    TAMGA_TRY(put(connection, said.evidence_sha256, kind, *said.evidence));
  }
  TAMGA_TRY(connection.execute(kPutSet, sql::Blob{crypto::view(proof.digest)}, proof.body));
  if (proof.path != nullptr && !proof.path->empty())
    TAMGA_TRY(connection.execute(kPutSigner, sql::Blob{crypto::view(proof.path->front().sha256())},
                                 sql::Blob{crypto::view(proof.digest)}));
  return {};
}

Result<void> keep(sql::Connection& connection, Subject subject, std::int64_t id, Proof const& proof) {
  TAMGA_TRY(keep(connection, proof));
  TAMGA_TRY(connection.execute(kLink, subject, id, sql::Blob{crypto::view(proof.digest)}, proof.moment));
  return {};
}

Result<std::optional<Linked>> find_link(sql::Connection& connection, Subject subject, std::int64_t id) {
  return connection.find(
      kLinked,
      [](sql::Row const& row) {
        return Linked{.evidence = crypto::digest_of(row.blob(0)), .moment = row.as<UnixMs>(1)};
      },
      subject, id);
}

Result<std::optional<crypto::Sha256>> set_of_signer(sql::Connection& connection,
                                                    crypto::Sha256 const& certificate) {
  return connection.find(
      kSetOfSigner, [](sql::Row const& row) { return crypto::digest_of(row.blob(0)); },
      sql::Blob{crypto::view(certificate)});
}

Result<std::optional<ProofSet>> find_set(sql::Connection& connection, crypto::Sha256 const& digest) {
  TAMGA_ASSIGN(body, connection.find(
                         kSet, [](sql::Row const& row) { return std::string(row.text(0)); },
                         sql::Blob{crypto::view(digest)}));
  if (!body) return std::optional<ProofSet>();
  TAMGA_ASSIGN(set, shape::decode<ProofSet>(*body));
  return std::optional(std::move(set));
}

Result<std::vector<Piece>> find_pieces(sql::Connection& connection, std::vector<std::string> const& digests) {
  std::vector<Piece> out;
  for (std::string const& text : digests) {
    auto const digest = crypto::from_hex(text);
    if (!digest) continue;
    TAMGA_ASSIGN(piece, connection.find(
                            kPiece,
                            [&](sql::Row const& row) {
                              return Piece{.digest = *digest,
                                           .kind = row.as<PieceKind>(0),
                                           .bytes = std::string(row.blob(1))};
                            },
                            sql::Blob{crypto::view(*digest)}));
    if (piece) out.push_back(*std::move(piece));
  }
  return out;
}

}  // namespace tamga::evidence
