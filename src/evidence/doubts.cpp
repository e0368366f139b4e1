// SPDX-License-Identifier: Apache-2.0
#include "evidence/doubts.hpp"

#include <algorithm>

#include "crypto/errors.hpp"
#include "evidence/tables.hpp"

namespace tamga::evidence {
namespace {

Doubt doubt_of(sql::Row const& row) {
  Doubt out;
  out.subject = row.as<Subject>(0);
  out.id = row.int64(1);
  std::string_view const digest = row.blob(2);
  std::copy_n(digest.begin(), std::min(digest.size(), out.evidence.size()), out.evidence.begin());
  out.moment = row.as<UnixMs>(3);
  out.accepted_at = row.as<UnixMs>(4);
  out.state = row.as<Standing>(5);
  out.next_check_at = row.as<UnixMs>(6);
  out.checks = static_cast<int>(row.int64(7));
  return out;
}

Result<std::vector<Doubt>> all(Result<sql::Rows> rows) {
  if (!rows) return fail(std::move(rows).error());
  std::vector<Doubt> out;
  TAMGA_TRY(rows->each([&](sql::Row const& row) { out.push_back(doubt_of(row)); }));
  return out;
}

Result<crypto::CertificatePath> path_of(sql::Connection& connection,
                                        std::vector<std::string> const& digests) {
  if (digests.empty()) return crypto::CertificatePath();
  TAMGA_ASSIGN(pieces, find_pieces(connection, digests));
  auto path = std::make_shared<std::vector<crypto::Certificate>>();
  if (pieces.size() != digests.size())
    return fail(Error(crypto::kCertificateMalformed).log("a piece of evidence is missing"));
  for (Piece const& piece : pieces) {
    TAMGA_ASSIGN(certificate, crypto::Certificate::from_der(piece.bytes));
    path->push_back(std::move(certificate));
  }
  return crypto::CertificatePath(std::move(path));
}

}  // namespace

Result<void> put_doubt(sql::Connection& connection, Doubt const& one) {
  TAMGA_TRY(connection.execute(kPutDoubt, one.subject, one.id, sql::Blob{crypto::view(one.evidence)},
                               one.moment, one.accepted_at, one.state, one.next_check_at,
                               static_cast<std::int64_t>(one.checks)));
  return {};
}

Result<void> drop_doubt(sql::Connection& connection, Doubt const& one) {
  TAMGA_TRY(connection.execute(kDropDoubt, one.subject, one.id));
  return {};
}

Result<std::vector<Doubt>> doubts_due(sql::Connection& connection, UnixMs now, int limit) {
  return all(connection.query(kDoubtsDue, now, static_cast<std::int64_t>(limit)));
}

Result<std::vector<Doubt>> doubts_in(sql::Connection& connection, Standing state, std::int64_t after,
                                     int limit) {
  return all(connection.query(kDoubtsIn, state, after, static_cast<std::int64_t>(limit - 1)));
}

Result<std::optional<Doubt>> find_doubt(sql::Connection& connection, Subject subject, std::int64_t id) {
  return connection.find(kDoubt, doubt_of, subject, id);
}

Result<Chains> find_chains(sql::Connection& connection, crypto::Sha256 const& evidence) {
  TAMGA_ASSIGN(found, find_set(connection, evidence));
  ProofSet const set = found.value_or(ProofSet{});
  TAMGA_ASSIGN(path, path_of(connection, set.path));
  TAMGA_ASSIGN(stamp_path, path_of(connection, set.stamp_path));
  return Chains{.scheme = set.scheme, .path = path, .stamp_path = stamp_path};
}

Proof look_again(Chains const& chains, crypto::RevocationChecker& revocation, UnixMs moment, UnixMs now) {
  ProofParts parts{.scheme = chains.scheme,
                   .path = chains.path,
                   .statements = {},
                   .stamp_path = chains.stamp_path,
                   .stamp_statements = {},
                   .moment = moment};
  if (chains.path != nullptr) parts.statements = revocation.look(*chains.path, now);
  if (chains.stamp_path != nullptr) parts.stamp_statements = revocation.look(*chains.stamp_path, now);
  return proof_of(std::move(parts));
}

UnixMs next_try(UnixMs now, int checks, std::chrono::milliseconds first) {
  constexpr std::int64_t kLongest = std::int64_t{24} * 3'600'000;
  constexpr int kMostDoublings = 20;
  std::int64_t const pause = first.count() << std::clamp(checks - 1, 0, kMostDoublings);
  return UnixMs(now.value() + std::min(pause, kLongest));
}

}  // namespace tamga::evidence
