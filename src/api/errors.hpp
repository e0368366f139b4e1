// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 8000-8199; texts in spec/errors/api.toml.
namespace tamga::api {

inline constexpr ErrorKind kSignInNeeded{8001, "SIGN_IN_NEEDED", ErrorClass::Refused, 401};
inline constexpr ErrorKind kAuthorizationMalformed{8002, "AUTHORIZATION_MALFORMED", ErrorClass::Malformed,
                                                   401};
inline constexpr ErrorKind kOperatorOnly{8003, "OPERATOR_ONLY", ErrorClass::Refused, 403};
inline constexpr ErrorKind kRateLimited{8004, "RATE_LIMITED", ErrorClass::Retry, 429};
inline constexpr ErrorKind kIdempotencyKeyMissing{8005, "IDEMPOTENCY_KEY_MISSING", ErrorClass::Malformed,
                                                  400};
inline constexpr ErrorKind kIdempotencyKeyMalformed{8006, "IDEMPOTENCY_KEY_MALFORMED", ErrorClass::Malformed,
                                                    400};
inline constexpr ErrorKind kLocalOnly{8007, "LOCAL_ONLY", ErrorClass::Refused, 403};

inline constexpr ErrorKind kApiKeyScope{8008, "API_KEY_SCOPE", ErrorClass::Refused, 403};
inline constexpr ErrorKind kPersonOnly{8009, "PERSON_ONLY", ErrorClass::Refused, 403};

inline constexpr ErrorKind kSignerUnknown{8010, "SIGNER_UNKNOWN", ErrorClass::Refused, 403};
inline constexpr ErrorKind kOtherTextSigned{8011, "OTHER_TEXT_SIGNED", ErrorClass::Malformed, 400};

inline constexpr ErrorKind kStepUpNeeded{8012, "STEP_UP_NEEDED", ErrorClass::Refused, 403};
inline constexpr ErrorKind kHashMalformed{8013, "HASH_MALFORMED", ErrorClass::Malformed, 400};

inline constexpr ErrorKind kDocumentUnsigned{8121, "DOCUMENT_UNSIGNED", ErrorClass::Refused, 404};
inline constexpr ErrorKind kCertificateNeeded{8120, "CERTIFICATE_NEEDED", ErrorClass::Refused, 403};

inline constexpr ErrorKind kOrderUnknown{8021, "ORDER_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kCodesOutOfLine{8022, "CODES_OUT_OF_LINE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCodeNotYours{8023, "CODE_NOT_YOURS", ErrorClass::Refused, 404};
inline constexpr ErrorKind kNumberMalformed{8024, "NUMBER_MALFORMED", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTooManyToCheck{8025, "TOO_MANY_TO_CHECK", ErrorClass::Malformed, 413};
inline constexpr ErrorKind kTooManyListeners{8026, "TOO_MANY_LISTENERS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kProblemUnknown{8027, "PROBLEM_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kOtherSite{8150, "OTHER_SITE", ErrorClass::Refused, 403};
inline constexpr ErrorKind kNoSandbox{8151, "NO_SANDBOX", ErrorClass::Refused, 404};
inline constexpr ErrorKind kCompanyNotInvented{8152, "COMPANY_NOT_INVENTED", ErrorClass::Refused, 404};
inline constexpr ErrorKind kPublicKeyMalformed{8153, "PUBLIC_KEY_MALFORMED", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kOrderHasNoCodes{8141, "ORDER_HAS_NO_CODES", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRegistrarContractMissing{8160, "REGISTRAR_CONTRACT_MISSING", ErrorClass::Refused,
                                                     403};
inline constexpr ErrorKind kRegistrarStands{8161, "REGISTRAR_STANDS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kBankNotListed{8140, "BANK_NOT_LISTED", ErrorClass::Refused, 404};

inline constexpr ErrorKind kContractLanguage{8100, "CONTRACT_LANGUAGE", ErrorClass::Refused, 404};
inline constexpr ErrorKind kContractNotSigned{8101, "CONTRACT_NOT_SIGNED", ErrorClass::Refused, 404};

inline constexpr ErrorKind kArticleMalformed{8180, "ARTICLE_MALFORMED", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kDegreesMalformed{8181, "DEGREES_MALFORMED", ErrorClass::Malformed, 400};

inline constexpr ErrorKind kCursorMalformed{8080, "CURSOR_MALFORMED", ErrorClass::Malformed, 400};

}  // namespace tamga::api
