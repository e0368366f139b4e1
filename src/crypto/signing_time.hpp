// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "base/time.hpp"
#include "crypto/signature_verifier.hpp"

namespace tamga::crypto {

/// Whether somebody signed just now, by his own word: at most five minutes before or after `now`. The time is
/// not trusted, but nobody else can change it: what was signed long ago and never sent is no consent of now.
/// Asked where a signature lets somebody in or confirms something: signing in, applications, decisions, calls
/// confirmed by a signature. A document may have been signed whenever it was. Errors: SIGNATURE_STALE, also
/// when the signature names no time.
Result<void> check_made_now(Signer const& signer, UnixMs now);

}  // namespace tamga::crypto
