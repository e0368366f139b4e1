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
inline constexpr ErrorKind kSessionNotYours{7525, "SESSION_NOT_YOURS", ErrorClass::Refused, 404};
inline constexpr ErrorKind kApiKeyUnknown{7530, "API_KEY_UNKNOWN", ErrorClass::Refused, 401};
inline constexpr ErrorKind kApiKeyExpired{7531, "API_KEY_EXPIRED", ErrorClass::Refused, 401};
inline constexpr ErrorKind kApiKeyRevoked{7532, "API_KEY_REVOKED", ErrorClass::Refused, 401};
inline constexpr ErrorKind kApiKeyAddress{7533, "API_KEY_ADDRESS", ErrorClass::Refused, 403};
inline constexpr ErrorKind kApiKeyNotYours{7534, "API_KEY_NOT_YOURS", ErrorClass::Refused, 404};
inline constexpr ErrorKind kApiKeyEnded{7535, "API_KEY_ENDED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kApiKeyNameTaken{7536, "API_KEY_NAME_TAKEN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kApiKeyTooMany{7537, "API_KEY_TOO_MANY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kApiKeyTerm{7538, "API_KEY_TERM", ErrorClass::Refused, 400};
inline constexpr ErrorKind kApiKeyRequestUsed{7539, "API_KEY_REQUEST_USED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kAddressRangeMalformed{7540, "ADDRESS_RANGE_MALFORMED", ErrorClass::Malformed,
                                                  400};
inline constexpr ErrorKind kCallKeyReused{7550, "CALL_KEY_REUSED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kUserBlocked{7560, "USER_BLOCKED", ErrorClass::Refused, 403};
inline constexpr ErrorKind kUserNotActive{7561, "USER_NOT_ACTIVE", ErrorClass::Refused, 403};
inline constexpr ErrorKind kUserUnknown{7562, "USER_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kRightMissing{7563, "RIGHT_MISSING", ErrorClass::Refused, 403};
inline constexpr ErrorKind kPowerMissing{7564, "POWER_OF_ATTORNEY_MISSING", ErrorClass::Refused, 403};
inline constexpr ErrorKind kPowerTooNarrow{7565, "POWER_OF_ATTORNEY_TOO_NARROW", ErrorClass::Refused, 403};

}  // namespace tamga::registry
