// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 7700-7749; texts in spec/errors/standing.toml. One for each cause: it stands against documents, in
/// letters and on the page of the profile.
namespace tamga::standing {

inline constexpr ErrorKind kBusinessUnknown{7700, "STANDING_UNKNOWN", ErrorClass::Refused, 403};
inline constexpr ErrorKind kBusinessLiquidated{7701, "STANDING_LIQUIDATED", ErrorClass::Refused, 403};
inline constexpr ErrorKind kBusinessLiquidating{7702, "STANDING_LIQUIDATING", ErrorClass::Refused, 403};
inline constexpr ErrorKind kBusinessSuspended{7703, "STANDING_SUSPENDED", ErrorClass::Refused, 403};
inline constexpr ErrorKind kRegistryIdDiffers{7704, "STANDING_REGISTRY_ID", ErrorClass::Refused, 403};
inline constexpr ErrorKind kDirectorDiffers{7705, "STANDING_DIRECTOR", ErrorClass::Refused, 403};
inline constexpr ErrorKind kAddressDiffers{7706, "STANDING_ADDRESS", ErrorClass::Refused, 403};
inline constexpr ErrorKind kOperatorDecided{7707, "STANDING_OPERATOR", ErrorClass::Refused, 403};
inline constexpr ErrorKind kNothingToLift{7708, "STANDING_NOTHING_TO_LIFT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kStandingAlready{7709, "STANDING_ALREADY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kOperatorHasNone{7710, "STANDING_OF_OPERATOR", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCertificatesRevoked{7711, "STANDING_CERTIFICATE", ErrorClass::Refused, 403};
inline constexpr ErrorKind kCertificateRegistryIdDiffers{7712, "STANDING_CERTIFICATE_REGISTRY_ID",
                                                         ErrorClass::Refused, 403};

}  // namespace tamga::standing
