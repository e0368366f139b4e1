// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 8950-8999; texts in spec/errors/identity.toml.
namespace tamga::identity {

inline constexpr ErrorKind kProviderUnknown{8950, "IDENTITY_PROVIDER_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kStateUnknown{8951, "IDENTITY_STATE_UNKNOWN", ErrorClass::Refused, 403};
inline constexpr ErrorKind kStateExpired{8952, "IDENTITY_STATE_EXPIRED", ErrorClass::Refused, 403};
inline constexpr ErrorKind kStateUsed{8953, "IDENTITY_STATE_USED", ErrorClass::Refused, 403};
inline constexpr ErrorKind kCodeRefused{8954, "IDENTITY_CODE_REFUSED", ErrorClass::Refused, 403};
inline constexpr ErrorKind kProviderSilent{8955, "IDENTITY_PROVIDER_SILENT", ErrorClass::Retry, 503};
inline constexpr ErrorKind kProviderAnswer{8956, "IDENTITY_PROVIDER_ANSWER", ErrorClass::Retry, 503};
inline constexpr ErrorKind kTokenSignature{8957, "IDENTITY_TOKEN_SIGNATURE", ErrorClass::Refused, 403};
inline constexpr ErrorKind kTokenIssuer{8958, "IDENTITY_TOKEN_ISSUER", ErrorClass::Refused, 403};
inline constexpr ErrorKind kTokenAudience{8959, "IDENTITY_TOKEN_AUDIENCE", ErrorClass::Refused, 403};
inline constexpr ErrorKind kTokenTime{8960, "IDENTITY_TOKEN_TIME", ErrorClass::Refused, 403};
inline constexpr ErrorKind kTokenNonce{8961, "IDENTITY_TOKEN_NONCE", ErrorClass::Refused, 403};
inline constexpr ErrorKind kPersonUnnamed{8962, "IDENTITY_PERSON_UNNAMED", ErrorClass::Refused, 403};
inline constexpr ErrorKind kNotLinked{8963, "IDENTITY_NOT_LINKED", ErrorClass::Refused, 403};
inline constexpr ErrorKind kChoiceNeeded{8964, "IDENTITY_CHOICE_NEEDED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNotForPurpose{8965, "IDENTITY_NOT_FOR_PURPOSE", ErrorClass::Refused, 403};
inline constexpr ErrorKind kNotForOperator{8966, "IDENTITY_NOT_FOR_OPERATOR", ErrorClass::Refused, 403};

}  // namespace tamga::identity
