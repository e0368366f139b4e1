// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 8900-8949; texts in spec/errors/admission.toml.
namespace tamga::admission {

inline constexpr ErrorKind kConnectionMissing{8901, "CONNECTION_CONTRACT_MISSING", ErrorClass::Refused, 403};
inline constexpr ErrorKind kGroupMissing{8902, "GROUP_CONTRACT_MISSING", ErrorClass::Refused, 403};
inline constexpr ErrorKind kGroupLapsed{8903, "GROUP_CONTRACT_LAPSED", ErrorClass::Refused, 403};
inline constexpr ErrorKind kConnectionLapsed{8904, "CONNECTION_CONTRACT_LAPSED", ErrorClass::Refused, 403};

inline constexpr ErrorKind kChannelMissing{8905, "CHANNEL_MISSING", ErrorClass::Refused, 403};

}  // namespace tamga::admission
