// SPDX-License-Identifier: Apache-2.0
#include "crypto/signing_time.hpp"

#include <cstdlib>

#include "crypto/errors.hpp"

namespace tamga::crypto {

constexpr std::int64_t kClocksDifferMs = 5 * 60'000;

Result<void> check_made_now(Signer const& signer, UnixMs now) {
  if (!signer.claimed_time || std::abs(now.value() - signer.claimed_time->value()) > kClocksDifferMs)
    return fail(kSignatureStale);
  return {};
}

}  // namespace tamga::crypto
