// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "crypto/openssl.hpp"
#include "crypto/time_stamp.hpp"

namespace tamga::crypto {

/// The time stamp over a signature (unsigned attribute signature-time-stamp), when it carries one. The token
/// must be about the bytes of this signature, name its certificate, not lie in the future, and come from a
/// key of `trust` that does nothing but stamp, valid at the time it states. `revocation`: null, not looked
/// at. Errors: CMS_TIME_STAMP_WRONG; SIGNATURE_ENGINE_MISSING and REVOCATION_UNKNOWN of the authority.
Result<std::optional<TimeStamp>> verify_time_stamp(CMS_SignerInfo* signature, TrustStore const& trust,
                                                   RevocationChecker* revocation, UnixMs now);

}  // namespace tamga::crypto
