// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 9860-9889; texts in spec/errors/support.toml.
namespace tamga::support {

inline constexpr ErrorKind kTicketUnknown{9860, "TICKET_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kTicketTopicUnknown{9861, "TICKET_TOPIC_UNKNOWN", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTicketClosed{9862, "TICKET_CLOSED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTicketTaken{9863, "TICKET_TAKEN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTooManyTickets{9864, "TOO_MANY_TICKETS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTooManyMessages{9865, "TOO_MANY_MESSAGES", ErrorClass::Refused, 429};
inline constexpr ErrorKind kTicketFull{9866, "TICKET_FULL", ErrorClass::Refused, 409};

inline constexpr ErrorKind kViolationUnknown{9870, "VIOLATION_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kViolationKindUnknown{9871, "VIOLATION_KIND_UNKNOWN", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kViolationGoodsMissing{9872, "VIOLATION_GOODS_MISSING", ErrorClass::Malformed,
                                                  400};
inline constexpr ErrorKind kContactConsentMissing{9873, "CONTACT_CONSENT_MISSING", ErrorClass::Malformed,
                                                  400};
inline constexpr ErrorKind kViolationTaken{9874, "VIOLATION_TAKEN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kViolationDecided{9875, "VIOLATION_DECIDED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTooManyViolations{9876, "TOO_MANY_VIOLATIONS", ErrorClass::Refused, 429};
inline constexpr ErrorKind kPlaceIncomplete{9877, "PLACE_INCOMPLETE", ErrorClass::Malformed, 400};

inline constexpr ErrorKind kCommentUnknown{9880, "COMMENT_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kTooManyComments{9881, "TOO_MANY_COMMENTS", ErrorClass::Refused, 429};
inline constexpr ErrorKind kArticleFull{9882, "ARTICLE_FULL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCommentNotHidden{9883, "COMMENT_NOT_HIDDEN", ErrorClass::Refused, 409};

}  // namespace tamga::support
