// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace tamga::crypto {

inline constexpr ErrorKind kBase64Malformed{3001, "BASE64_MALFORMED", ErrorClass::Malformed, 400};

inline constexpr ErrorKind kCmsMalformed{3010, "CMS_MALFORMED", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCmsTooLarge{3011, "CMS_TOO_LARGE", ErrorClass::Malformed, 413};
inline constexpr ErrorKind kCmsSignerCount{3012, "CMS_SIGNER_COUNT", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCmsNoSignedAttributes{3013, "CMS_NO_SIGNED_ATTRIBUTES", ErrorClass::Malformed,
                                                  400};
inline constexpr ErrorKind kCmsAttributesWrong{3014, "CMS_ATTRIBUTES_WRONG", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCmsSignatureWrong{3015, "CMS_SIGNATURE_WRONG", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCmsContentMismatch{3016, "CMS_CONTENT_MISMATCH", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCmsAlgorithmForbidden{3017, "CMS_ALGORITHM_FORBIDDEN", ErrorClass::Malformed,
                                                  400};
inline constexpr ErrorKind kCmsCertificateMissing{3018, "CMS_CERTIFICATE_MISSING", ErrorClass::Malformed,
                                                  400};
inline constexpr ErrorKind kCmsSigningCertificateMismatch{3019, "CMS_SIGNING_CERTIFICATE_MISMATCH",
                                                          ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCmsContentAttached{3020, "CMS_CONTENT_ATTACHED", ErrorClass::Malformed, 413};
inline constexpr ErrorKind kCmsContentMissing{3021, "CMS_CONTENT_MISSING", ErrorClass::Malformed, 400};

inline constexpr ErrorKind kSignatureEngineMissing{3022, "SIGNATURE_ENGINE_MISSING", ErrorClass::Retry, 503};
inline constexpr ErrorKind kCmsTimeStampWrong{3023, "CMS_TIME_STAMP_WRONG", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kSignatureStale{3024, "SIGNATURE_STALE", ErrorClass::Refused, 403};

inline constexpr ErrorKind kCertificateMalformed{3030, "CERTIFICATE_MALFORMED", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCertificateExpired{3031, "CERTIFICATE_EXPIRED", ErrorClass::Refused, 403};
inline constexpr ErrorKind kCertificateNotYetValid{3032, "CERTIFICATE_NOT_YET_VALID", ErrorClass::Refused,
                                                   403};
inline constexpr ErrorKind kCertificateUntrusted{3033, "CERTIFICATE_UNTRUSTED", ErrorClass::Refused, 403};
inline constexpr ErrorKind kCertificateKeyUsage{3034, "CERTIFICATE_KEY_USAGE", ErrorClass::Refused, 403};
inline constexpr ErrorKind kCertificateSubjectAmbiguous{3035, "CERTIFICATE_SUBJECT_AMBIGUOUS",
                                                        ErrorClass::Refused, 403};

inline constexpr ErrorKind kCertificateRevoked{3036, "CERTIFICATE_REVOKED", ErrorClass::Refused, 403};
inline constexpr ErrorKind kRevocationUnknown{3037, "REVOCATION_UNKNOWN", ErrorClass::Retry, 503};
inline constexpr ErrorKind kCertificateHolderUnknown{3038, "CERTIFICATE_HOLDER_UNKNOWN", ErrorClass::Refused,
                                                     403};

inline constexpr ErrorKind kIdentityFileMalformed{3040, "IDENTITY_FILE_MALFORMED", ErrorClass::Malformed,
                                                  400};
inline constexpr ErrorKind kIdentityPasswordWrong{3041, "IDENTITY_PASSWORD_WRONG", ErrorClass::Malformed,
                                                  400};

inline constexpr ErrorKind kRevocationListMalformed{3045, "REVOCATION_LIST_MALFORMED", ErrorClass::Malformed,
                                                    400};
inline constexpr ErrorKind kFetchForbidden{3046, "FETCH_FORBIDDEN", ErrorClass::Internal, 500};
inline constexpr ErrorKind kFetchFailed{3047, "FETCH_FAILED", ErrorClass::Retry, 503};

/// A server that verifies signatures instead of us.
inline constexpr ErrorKind kVerificationUnreachable{3048, "VERIFICATION_UNREACHABLE", ErrorClass::Retry, 503};

inline constexpr ErrorKind kSerialFormatInvalid{3050, "SERIAL_FORMAT_INVALID", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTailKeyInvalid{3051, "TAIL_KEY_INVALID", ErrorClass::Malformed, 400};

inline constexpr ErrorKind kKeyringMissing{3060, "KEYRING_MISSING", ErrorClass::Internal, 500};
inline constexpr ErrorKind kKeyringExists{3061, "KEYRING_EXISTS", ErrorClass::Internal, 500};
inline constexpr ErrorKind kKeyringDamaged{3062, "KEYRING_DAMAGED", ErrorClass::Internal, 500};
inline constexpr ErrorKind kKeyringWrongMasterKey{3063, "KEYRING_WRONG_MASTER_KEY", ErrorClass::Internal,
                                                  500};
inline constexpr ErrorKind kMasterKeyExposed{3064, "MASTER_KEY_EXPOSED", ErrorClass::Internal, 500};
inline constexpr ErrorKind kMasterKeyMalformed{3065, "MASTER_KEY_MALFORMED", ErrorClass::Internal, 500};
inline constexpr ErrorKind kKeyFileFailed{3066, "KEY_FILE_FAILED", ErrorClass::Internal, 500};
inline constexpr ErrorKind kKeyUnknown{3067, "KEY_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kKeyNotOfRole{3068, "KEY_NOT_OF_ROLE", ErrorClass::Internal, 500};

inline constexpr ErrorKind kTokenMalformed{3070, "TOKEN_MALFORMED", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTokenSignatureWrong{3071, "TOKEN_SIGNATURE_WRONG", ErrorClass::Refused, 403};

inline constexpr ErrorKind kCryptoFailed{3099, "CRYPTO_FAILED", ErrorClass::Internal, 500};

}  // namespace tamga::crypto
