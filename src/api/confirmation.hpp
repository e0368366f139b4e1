// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "api/call.hpp"
#include "base/result.hpp"
#include "crypto/sha256.hpp"
#include "registry/participant.hpp"
#include "sql/connection.hpp"

namespace tamga::api {

/// Who stands for this very request by a signature made for it: over its body (X-Signature, detached), or
/// over a challenge about the hash of its body (X-Step-Up, attached). A session alone, which somebody may
/// have been left with, is not enough for what is confirmed.
struct Confirmation {
  registry::Signer signer;
  crypto::Sha256 request{};                   ///< of the body
  std::optional<crypto::Sha256> challenge{};  ///< of the challenge, if one was signed

  /// The challenge is not good a second time. Within the transaction of what is confirmed; an endpoint that
  /// takes the signature over the body keeps `request`, and refuses it the second time. Errors:
  /// CHALLENGE_USED.
  Result<void> use(Services const& services, sql::Connection& connection) const;
};

/// Of a call whose caller is known. Errors: STEP_UP_NEEDED, those of the signature, SIGNATURE_STALE (made
/// more than five minutes ago or ahead), SIGNER_NOT_SENDER, CHALLENGE_UNKNOWN (also one about another body),
/// CHALLENGE_EXPIRED.
Result<Confirmation> confirmation_of(Call const& call);

}  // namespace tamga::api
