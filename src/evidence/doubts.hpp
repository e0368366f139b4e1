// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "evidence/book.hpp"

namespace tamga::evidence {

/// A signature that was accepted although nobody answered for its certificate, and what came of asking again:
/// `Waiting` or `Revoked`. What was answered well is no doubt any more and has no row.
struct Doubt {
  Subject subject = Subject::Document;
  std::int64_t id = 0;
  crypto::Sha256 evidence{};  ///< the set of now
  UnixMs moment;              ///< of the signature
  UnixMs accepted_at;
  Standing state = Standing::Waiting;
  UnixMs next_check_at;
  int checks = 0;
};

Result<void> put_doubt(sql::Connection& connection, Doubt const& doubt);
Result<void> drop_doubt(sql::Connection& connection, Doubt const& doubt);
/// Waiting ones whose time has come, the longest waiting first.
Result<std::vector<Doubt>> doubts_due(sql::Connection& connection, UnixMs now, int limit);
/// In a state, by number, those behind `after`; with the last come all of its number, so it may be a few more.
Result<std::vector<Doubt>> doubts_in(sql::Connection& connection, Standing state, std::int64_t after,
                                     int limit);
Result<std::optional<Doubt>> find_doubt(sql::Connection& connection, Subject subject, std::int64_t id);

/// The chains of a stored set.
struct Chains {
  std::string scheme;
  crypto::CertificatePath path;
  crypto::CertificatePath stamp_path;  ///< null: no stamp
};
/// Errors: of the store; CERTIFICATE_MALFORMED when it is damaged.
Result<Chains> find_chains(sql::Connection& connection, crypto::Sha256 const& evidence);
/// Asks again for the certificates: the set that would prove a signature of that moment now, with its
/// standing. Waits for the network, so no connection is held meanwhile.
Proof look_again(Chains const& chains, crypto::RevocationChecker& revocation, UnixMs moment, UnixMs now);

/// When the next try is due: `first` after the first, twice as long after each further one, at most a day.
UnixMs next_try(UnixMs now, int checks, std::chrono::milliseconds first);

}  // namespace tamga::evidence
