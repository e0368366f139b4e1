// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 8650-8699; texts in spec/errors/contract_office.toml.
namespace tamga::contract_office {

inline constexpr ErrorKind kConsentOutdated{8650, "CONTRACT_CONSENT_OUTDATED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kOperatorSignerMissing{8651, "OPERATOR_SIGNER_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNotInRegister{8653, "CONTRACT_NOT_IN_REGISTER", ErrorClass::Refused, 409};

inline constexpr ErrorKind kPriorGroupUnknown{8660, "PRIOR_REQUEST_GROUP_UNKNOWN", ErrorClass::Malformed,
                                              400};
inline constexpr ErrorKind kPriorRequestUnknown{8661, "PRIOR_REQUEST_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kPriorRequestClosed{8662, "PRIOR_REQUEST_CLOSED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTooManyPriorRequests{8663, "TOO_MANY_PRIOR_REQUESTS", ErrorClass::Refused, 429};

inline constexpr ErrorKind kGroupTermsDate{8670, "GROUP_TERMS_DATE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kGroupTermsEmpty{8671, "GROUP_TERMS_EMPTY", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kGroupTermsPrice{8672, "GROUP_TERMS_PRICE", ErrorClass::Refused, 409};

}  // namespace tamga::contract_office
