// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace tamga::mail {

/// An address no letter can go to: {address}. Also what would smuggle a second line into a header.
inline constexpr ErrorKind kAddress{9700, "MAIL_ADDRESS", ErrorClass::Malformed, 400};
/// The program names a letter that spec/mail has no text for.
inline constexpr ErrorKind kTextUnknown{9701, "MAIL_TEXT_UNKNOWN", ErrorClass::Internal, 500};
/// The values given are not those the text needs, or not of their kind.
inline constexpr ErrorKind kValues{9702, "MAIL_VALUES", ErrorClass::Internal, 500};

// Mistakes in spec/mail beside those of any file of spec/.
inline constexpr ErrorKind kStrayBrace{9703, "MAIL_STRAY_BRACE", ErrorClass::Internal, 500};
inline constexpr ErrorKind kListPlace{9704, "MAIL_LIST_PLACE", ErrorClass::Internal, 500};
inline constexpr ErrorKind kButton{9705, "MAIL_BUTTON", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSubject{9706, "MAIL_SUBJECT", ErrorClass::Internal, 500};
inline constexpr ErrorKind kTextMissing{9707, "MAIL_TEXT_MISSING", ErrorClass::Internal, 500};

/// The server does not take this letter now; it may later.
inline constexpr ErrorKind kDelayed{9710, "MAIL_DELAYED", ErrorClass::Retry, 503};
/// The server will never take this letter.
inline constexpr ErrorKind kRefused{9711, "MAIL_REFUSED", ErrorClass::Refused, 409};
/// No letter can be sent at present: the server is not there, does not answer, or does not let us in.
inline constexpr ErrorKind kUnreachable{9712, "MAIL_UNREACHABLE", ErrorClass::Retry, 503};
/// This process was told to stop while it was sending.
inline constexpr ErrorKind kStopped{9713, "MAIL_STOPPED", ErrorClass::Retry, 503};
/// A setting that cannot be: {setting}.
inline constexpr ErrorKind kSetting{9714, "MAIL_SETTING", ErrorClass::Malformed, 400};

inline constexpr ErrorKind kLetterUnknown{9720, "LETTER_UNKNOWN", ErrorClass::Refused, 404};
/// It was sent already or is being sent, so it is not sent again.
inline constexpr ErrorKind kLetterNotToRetry{9721, "LETTER_NOT_TO_RETRY", ErrorClass::Refused, 409};

}  // namespace tamga::mail
