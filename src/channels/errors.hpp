// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 7800-7829; texts in spec/errors/channels.toml.
namespace tamga::channels {

inline constexpr ErrorKind kChannelOperatorUnknown{7800, "CHANNEL_OPERATOR_UNKNOWN", ErrorClass::Refused,
                                                   404};
inline constexpr ErrorKind kRequisiteMissing{7801, "REQUISITE_MISSING", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kRequisiteLength{7802, "REQUISITE_LENGTH", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kRequisiteNotAsked{7803, "REQUISITE_NOT_ASKED", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kChannelOpen{7804, "CHANNEL_OPEN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kChannelUnknown{7805, "CHANNEL_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kChannelNotWaiting{7806, "CHANNEL_NOT_WAITING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNoBuiltInChannel{7807, "CHANNEL_NOT_BUILT_IN", ErrorClass::Malformed, 500};
inline constexpr ErrorKind kChannelReasonMissing{7808, "CHANNEL_REASON_MISSING", ErrorClass::Malformed, 400};

}  // namespace tamga::channels
