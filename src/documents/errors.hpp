// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace tamga::documents {

// About single codes.
inline constexpr ErrorKind kCodeTwice{7001, "CODE_TWICE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPackageInItself{7002, "PACKAGE_IN_ITSELF", ErrorClass::Refused, 409};
inline constexpr ErrorKind kKindNotForGroup{7003, "KIND_NOT_FOR_GROUP", ErrorClass::Refused, 409};

// About a document as a whole.
inline constexpr ErrorKind kKindUnknown{7050, "KIND_UNKNOWN", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kKindNotForSender{7051, "KIND_NOT_FOR_SENDER", ErrorClass::Refused, 403};
inline constexpr ErrorKind kSignatureMissing{7052, "SIGNATURE_MISSING", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kSignerNotSender{7053, "SIGNER_NOT_SENDER", ErrorClass::Refused, 403};
inline constexpr ErrorKind kIdempotencyKeyReused{7054, "IDEMPOTENCY_KEY_REUSED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTooManyCodes{7055, "TOO_MANY_CODES", ErrorClass::Malformed, 413};
inline constexpr ErrorKind kSequencerBusy{7056, "SEQUENCER_BUSY", ErrorClass::Retry, 503};
inline constexpr ErrorKind kSequencerStopped{7057, "SEQUENCER_STOPPED", ErrorClass::Retry, 503};
inline constexpr ErrorKind kCodesRefused{7058, "CODES_REFUSED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kSequencerFailed{7060, "SEQUENCER_FAILED", ErrorClass::Internal, 500};
inline constexpr ErrorKind kDocumentUnknown{7059, "DOCUMENT_UNKNOWN", ErrorClass::Refused, 404};

}  // namespace tamga::documents
