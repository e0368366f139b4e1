// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 7500-7599; texts in spec/errors/registry.toml.
namespace tamga::registry {

inline constexpr ErrorKind kParticipantExists{7501, "PARTICIPANT_EXISTS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kParticipantUnknown{7502, "PARTICIPANT_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kSignerExists{7503, "SIGNER_EXISTS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kProductOfAnother{7510, "PRODUCT_OF_ANOTHER", ErrorClass::Refused, 409};
inline constexpr ErrorKind kChallengeUnknown{7520, "CHALLENGE_UNKNOWN", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kChallengeExpired{7521, "CHALLENGE_EXPIRED", ErrorClass::Refused, 403};
inline constexpr ErrorKind kChallengeUsed{7522, "CHALLENGE_USED", ErrorClass::Refused, 403};
inline constexpr ErrorKind kSessionUnknown{7523, "SESSION_UNKNOWN", ErrorClass::Refused, 401};
inline constexpr ErrorKind kSessionExpired{7524, "SESSION_EXPIRED", ErrorClass::Refused, 401};

}  // namespace tamga::registry
