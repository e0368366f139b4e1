// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 9100-9199; texts in spec/errors/outward.toml.
namespace tamga::outward {

inline constexpr ErrorKind kOutwardAddress{9100, "OUTWARD_ADDRESS", ErrorClass::Internal, 500};
inline constexpr ErrorKind kOutwardFailed{9101, "OUTWARD_FAILED", ErrorClass::Retry, 503};
inline constexpr ErrorKind kOutwardRefused{9102, "OUTWARD_REFUSED", ErrorClass::Retry, 503};
inline constexpr ErrorKind kOutwardTooLarge{9103, "OUTWARD_TOO_LARGE", ErrorClass::Retry, 503};
inline constexpr ErrorKind kOutwardPaused{9104, "OUTWARD_PAUSED", ErrorClass::Retry, 503};

}  // namespace tamga::outward
