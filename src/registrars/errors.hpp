// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 9800-9839; texts in spec/errors/registrars.toml.
namespace tamga::registrars {

inline constexpr ErrorKind kRegistrarsNotUsed{9800, "REGISTRARS_NOT_USED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRegistrarUnknown{9801, "REGISTRAR_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kRegistrarKindNotOffered{9802, "REGISTRAR_KIND_NOT_OFFERED", ErrorClass::Refused,
                                                    409};
inline constexpr ErrorKind kRegistrarFieldMissing{9803, "REGISTRAR_FIELD_MISSING", ErrorClass::Malformed,
                                                  400};
inline constexpr ErrorKind kRegistrarFieldNotAsked{9804, "REGISTRAR_FIELD_NOT_ASKED", ErrorClass::Malformed,
                                                   400};
inline constexpr ErrorKind kRegistrarAccessUnknown{9805, "REGISTRAR_ACCESS_UNKNOWN", ErrorClass::Refused,
                                                   404};
inline constexpr ErrorKind kRegistrarTaken{9806, "REGISTRAR_TAKEN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRegistrarMoveNotPossible{9807, "REGISTRAR_MOVE_NOT_POSSIBLE", ErrorClass::Refused,
                                                     409};
inline constexpr ErrorKind kRegistrarReasonMissing{9808, "REGISTRAR_REASON_MISSING", ErrorClass::Malformed,
                                                   400};
inline constexpr ErrorKind kRegistrarNotForType{9809, "REGISTRAR_NOT_FOR_TYPE", ErrorClass::Refused, 403};
inline constexpr ErrorKind kRegistrarsTooMany{9810, "REGISTRARS_TOO_MANY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kProviderNotListed{9820, "PROVIDER_NOT_LISTED", ErrorClass::Refused, 404};
inline constexpr ErrorKind kProviderRoleUnknown{9821, "PROVIDER_ROLE_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kProviderGroupUnknown{9822, "PROVIDER_GROUP_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kProviderGroupClosed{9823, "PROVIDER_GROUP_CLOSED", ErrorClass::Refused, 409};

}  // namespace tamga::registrars
