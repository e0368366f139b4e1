// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "crypto/openssl.hpp"
#include "crypto/time_stamp.hpp"

namespace tamga::crypto {

/// What a token is held against.
struct StampJudges {
  TrustStore const& trust;
  RevocationChecker* revocation;  ///< null: not looked at
  std::optional<WhenUnreachable> when_unreachable;
  UnixMs now;
};

/// The time stamp over a signature (unsigned attribute signature-time-stamp), when it carries one. The token
/// must be about the bytes of this signature, name its certificate, not lie in the future, and come from a
/// key of `trust` that does nothing but stamp, valid at the time it states. Errors: CMS_TIME_STAMP_WRONG;
/// SIGNATURE_ENGINE_MISSING and REVOCATION_UNKNOWN of the authority.
Result<std::optional<TimeStamp>> verify_time_stamp(CMS_SignerInfo* signature, StampJudges const& judges);

/// What the token says of itself, when the signature carries one: authority, time and policy, unproven.
/// Errors: CMS_TIME_STAMP_WRONG.
Result<std::optional<TimeStamp>> read_time_stamp(CMS_SignerInfo* signature);

}  // namespace tamga::crypto
