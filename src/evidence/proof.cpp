// SPDX-License-Identifier: Apache-2.0
#include "evidence/proof.hpp"

#include <algorithm>

#include "shape/encode.hpp"

namespace tamga::evidence {
namespace {

using crypto::Revocation;
using crypto::RevocationStatus;

std::vector<std::string> digests_of(crypto::CertificatePath const& path) {
  std::vector<std::string> out;
  if (path == nullptr) return out;
  for (crypto::Certificate const& one : *path) out.push_back(crypto::hex(one.sha256()));
  return out;
}

Statement statement_of(std::string certificate, Revocation const& said) {
  return {.certificate = std::move(certificate),
          .status = static_cast<std::int64_t>(said.status),
          .source = static_cast<std::int64_t>(said.source),
          .revoked_at = said.revoked_at,
          .reason = said.reason,
          .issued_at = said.issued_at,
          .next_update = said.next_update,
          .late = said.late,
          .evidence = said.evidence == nullptr ? "" : crypto::hex(said.evidence_sha256)};
}

void add_statements(ProofSet& set, std::vector<std::string> const& path,
                    std::vector<Revocation> const& said) {
  for (std::size_t i = 0; i < said.size() && i < path.size(); ++i)
    set.statements.push_back(statement_of(path[i], said[i]));
}

}  // namespace

Standing standing_of(ProofSet const& set, UnixMs moment) {
  if (set.statements.empty()) return Standing::NotLookedAt;
  Standing standing = Standing::Proven;
  for (Statement const& one : set.statements) {
    auto const status = static_cast<RevocationStatus>(one.status);
    if (status == RevocationStatus::Revoked && !(one.revoked_at && moment < *one.revoked_at))
      return Standing::Revoked;
    if (status == RevocationStatus::Unknown || one.late) standing = Standing::Waiting;
  }
  return standing;
}

Proof proof_of(ProofParts parts) {
  ProofSet set{.scheme = std::string(parts.scheme),
               .path = digests_of(parts.path),
               .stamp_path = digests_of(parts.stamp_path),
               .statements = {}};
  add_statements(set, set.path, parts.statements);
  add_statements(set, set.stamp_path, parts.stamp_statements);
  Proof out;
  out.moment = parts.moment;
  out.standing = standing_of(set, out.moment);
  out.body = shape::encode(set);
  out.digest = crypto::sha256(out.body);
  out.path = std::move(parts.path);
  out.stamp_path = std::move(parts.stamp_path);
  out.statements = std::move(parts.statements);
  out.statements.insert(out.statements.end(), parts.stamp_statements.begin(), parts.stamp_statements.end());
  return out;
}

Proof proof_of(crypto::Signer const& signer, UnixMs received_at) {
  ProofParts parts{.scheme = signer.scheme,
                   .path = signer.path,
                   .statements = signer.revocation,
                   .stamp_path = {},
                   .stamp_statements = {},
                   .moment = received_at};
  if (auto const& stamp = signer.time_stamp) {
    parts.moment = stamp->time;
    parts.stamp_statements = stamp->revocation;
    parts.stamp_path =
        stamp->path != nullptr
            ? stamp->path
            : std::make_shared<std::vector<crypto::Certificate> const>(std::vector{stamp->authority});
  }
  return proof_of(std::move(parts));
}

}  // namespace tamga::evidence
