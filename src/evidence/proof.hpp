// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "crypto/signature_verifier.hpp"
#include "shape/describe.hpp"

namespace tamga::evidence {

/// How well a kept signature is proven. Stored numbers.
enum class Standing : std::uint8_t {
  None = 0,         ///< nothing is kept: unsigned, or older than this book
  NotLookedAt = 1,  ///< the system was not told to look whether certificates were revoked
  Proven = 2,       ///< good when it was made, by lists or answers that are kept
  Waiting = 3,      ///< nobody answered yet; the system asks again
  Revoked = 4,      ///< found revoked before the signature was made
};
constexpr std::string_view name_of(Standing standing) {
  constexpr std::array<std::string_view, 5> kNames{"none", "not_looked_at", "proven", "waiting", "revoked"};
  return kNames[static_cast<std::size_t>(standing)];
}

/// What an authority said of one certificate, without the bytes in which it said it.
struct Statement {
  std::string certificate;  ///< SHA-256 of its DER, in hexadecimal digits
  std::int64_t status = 0;  ///< crypto::RevocationStatus
  std::int64_t source = 0;  ///< crypto::RevocationSource
  std::optional<UnixMs> revoked_at;
  std::string reason;
  UnixMs issued_at;
  std::optional<UnixMs> next_update;
  bool late = false;
  std::string evidence;  ///< SHA-256 of the list or the answer; empty: there is none
  static constexpr auto shape() {
    return shape::object(
        "Statement", "", shape::field("certificate", &Statement::certificate, ""),
        shape::field("status", &Statement::status, ""), shape::field("source", &Statement::source, ""),
        shape::field("revoked_at", &Statement::revoked_at, ""),
        shape::field("reason", &Statement::reason, ""), shape::field("issued_at", &Statement::issued_at, ""),
        shape::field("next_update", &Statement::next_update, ""), shape::field("late", &Statement::late, ""),
        shape::field("evidence", &Statement::evidence, ""));
  }
};

/// Everything that proves a signature beside itself, by digests: the same for all that a person signs between
/// two answers of his authority, so a thousand documents share one. The time stamp is inside the signature.
struct ProofSet {
  std::string scheme;
  std::vector<std::string> path;        ///< from the signer to a root
  std::vector<std::string> stamp_path;  ///< of the authority of time; empty: no stamp
  std::vector<Statement> statements;    ///< of both paths but their roots
  static constexpr auto shape() {
    return shape::object("ProofSet", "", shape::field("scheme", &ProofSet::scheme, ""),
                         shape::field("path", &ProofSet::path, ""),
                         shape::field("stamp_path", &ProofSet::stamp_path, ""),
                         shape::field("statements", &ProofSet::statements, ""));
  }
};

/// A verified signature on its way into the book.
struct Proof {
  crypto::Sha256 digest{};  ///< of `body`
  std::string body;         ///< the set as it is stored
  Standing standing = Standing::NotLookedAt;
  UnixMs moment;  ///< of the signature: of the stamp, else of receipt
  /// The bytes behind the digests.
  crypto::CertificatePath path;
  crypto::CertificatePath stamp_path;
  std::vector<crypto::Revocation> statements;
};

/// What a proof is made of.
struct ProofParts {
  std::string_view scheme;
  crypto::CertificatePath path;                ///< from the signer to a root
  std::vector<crypto::Revocation> statements;  ///< of the path but its root
  crypto::CertificatePath stamp_path;          ///< null: no stamp
  std::vector<crypto::Revocation> stamp_statements;
  UnixMs moment;
};
Proof proof_of(ProofParts parts);
/// `received_at`: when the signature came.
Proof proof_of(crypto::Signer const& signer, UnixMs received_at);

/// What the statements prove about a signature of that moment.
Standing standing_of(ProofSet const& set, UnixMs moment);

}  // namespace tamga::evidence
