// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 9120-9139; texts in spec/errors/verification.toml.
namespace tamga::verification {

inline constexpr ErrorKind kVerificationAnswer{9121, "VERIFICATION_ANSWER", ErrorClass::Retry, 503};
inline constexpr ErrorKind kSigningTimeWrong{9122, "SIGNING_TIME_WRONG", ErrorClass::Refused, 403};

}  // namespace tamga::verification
