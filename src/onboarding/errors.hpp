// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 8700-8799; texts in spec/errors/onboarding.toml.
namespace tamga::onboarding {

// Why an application is not taken.
inline constexpr ErrorKind kConsentOutdated{8703, "CONSENT_OUTDATED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kApplicationLive{8704, "APPLICATION_LIVE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTooManyApplications{8705, "TOO_MANY_APPLICATIONS", ErrorClass::Refused, 429};
inline constexpr ErrorKind kAlreadyRegistered{8706, "ALREADY_REGISTERED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kApplicationChallengeUsed{8707, "APPLICATION_CHALLENGE_USED", ErrorClass::Refused,
                                                     403};
inline constexpr ErrorKind kApplicationUnsigned{8708, "APPLICATION_UNSIGNED", ErrorClass::Malformed, 400};

// About one application.
inline constexpr ErrorKind kApplicationUnknown{8720, "APPLICATION_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kApplicationDecided{8721, "APPLICATION_DECIDED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kLinkUnknown{8723, "LINK_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kLinkExpired{8724, "LINK_EXPIRED", ErrorClass::Refused, 410};
inline constexpr ErrorKind kDecisionOfOther{8725, "DECISION_OF_OTHER", ErrorClass::Refused, 409};
inline constexpr ErrorKind kDecisionUnknown{8726, "DECISION_UNKNOWN", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kReasonMissing{8727, "REASON_MISSING", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kWithdrawalOfOther{8729, "WITHDRAWAL_OF_OTHER", ErrorClass::Refused, 403};
inline constexpr ErrorKind kStateUnknown{8728, "STATE_UNKNOWN", ErrorClass::Malformed, 400};

// What the checks of an application find.
inline constexpr ErrorKind kCertificateRanOut{8740, "CERTIFICATE_RAN_OUT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNotOfCompany{8741, "NOT_OF_COMPANY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kDirectorDiffers{8742, "DIRECTOR_DIFFERS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kBusinessUnknown{8743, "BUSINESS_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kBusinessLiquidated{8744, "BUSINESS_LIQUIDATED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRegisterSilent{8746, "REGISTER_SILENT", ErrorClass::Retry, 503};
inline constexpr ErrorKind kReviewedByHand{8747, "REVIEWED_BY_HAND", ErrorClass::Retry, 503};
inline constexpr ErrorKind kAuthoritySilent{8748, "AUTHORITY_SILENT", ErrorClass::Retry, 503};
inline constexpr ErrorKind kCertificateWithdrawn{8749, "CERTIFICATE_WITHDRAWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRegistryIdDiffers{8750, "REGISTRY_ID_DIFFERS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRejectedByOperator{8745, "REJECTED_BY_OPERATOR", ErrorClass::Refused, 409};

}  // namespace tamga::onboarding
