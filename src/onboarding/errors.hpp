// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 8500-8599; texts in spec/errors/onboarding.toml.
namespace tamga::onboarding {

// Why an application is not taken.
inline constexpr ErrorKind kEmailWrong{8501, "EMAIL_WRONG", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPhoneWrong{8502, "PHONE_WRONG", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kConsentOutdated{8503, "CONSENT_OUTDATED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kApplicationLive{8504, "APPLICATION_LIVE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTooManyApplications{8505, "TOO_MANY_APPLICATIONS", ErrorClass::Refused, 429};
inline constexpr ErrorKind kAlreadyRegistered{8506, "ALREADY_REGISTERED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kApplicationChallengeUsed{8507, "APPLICATION_CHALLENGE_USED", ErrorClass::Refused,
                                                     403};
inline constexpr ErrorKind kApplicationUnsigned{8508, "APPLICATION_UNSIGNED", ErrorClass::Malformed, 400};

// About one application.
inline constexpr ErrorKind kApplicationUnknown{8520, "APPLICATION_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kApplicationDecided{8521, "APPLICATION_DECIDED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kApplicationOfOthers{8522, "APPLICATION_OF_OTHERS", ErrorClass::Refused, 403};
inline constexpr ErrorKind kLinkUnknown{8523, "LINK_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kLinkExpired{8524, "LINK_EXPIRED", ErrorClass::Refused, 410};

// What the checks of an application find.
inline constexpr ErrorKind kCertificateRanOut{8540, "CERTIFICATE_RAN_OUT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNotOfCompany{8541, "NOT_OF_COMPANY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kDirectorDiffers{8542, "DIRECTOR_DIFFERS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kBusinessUnknown{8543, "BUSINESS_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kBusinessLiquidated{8544, "BUSINESS_LIQUIDATED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRegisterSilent{8546, "REGISTER_SILENT", ErrorClass::Retry, 503};
inline constexpr ErrorKind kReviewedByHand{8547, "REVIEWED_BY_HAND", ErrorClass::Retry, 503};
inline constexpr ErrorKind kRejectedByOperator{8545, "REJECTED_BY_OPERATOR", ErrorClass::Refused, 409};

}  // namespace tamga::onboarding
