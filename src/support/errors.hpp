// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 9850-9899; texts in spec/errors/support.toml.
namespace tamga::support {

inline constexpr ErrorKind kTicketUnknown{9850, "TICKET_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kTicketTopicUnknown{9851, "TICKET_TOPIC_UNKNOWN", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTicketClosed{9852, "TICKET_CLOSED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTicketTaken{9853, "TICKET_TAKEN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTooManyTickets{9854, "TOO_MANY_TICKETS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTooManyMessages{9855, "TOO_MANY_MESSAGES", ErrorClass::Refused, 429};
inline constexpr ErrorKind kTicketFull{9856, "TICKET_FULL", ErrorClass::Refused, 409};

inline constexpr ErrorKind kViolationUnknown{9860, "VIOLATION_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kViolationKindUnknown{9861, "VIOLATION_KIND_UNKNOWN", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kViolationGoodsMissing{9862, "VIOLATION_GOODS_MISSING", ErrorClass::Malformed,
                                                  400};
inline constexpr ErrorKind kContactConsentMissing{9863, "CONTACT_CONSENT_MISSING", ErrorClass::Malformed,
                                                  400};
inline constexpr ErrorKind kViolationTaken{9864, "VIOLATION_TAKEN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kViolationDecided{9865, "VIOLATION_DECIDED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTooManyViolations{9866, "TOO_MANY_VIOLATIONS", ErrorClass::Refused, 429};
inline constexpr ErrorKind kPlaceIncomplete{9867, "PLACE_INCOMPLETE", ErrorClass::Malformed, 400};

inline constexpr ErrorKind kCommentUnknown{9870, "COMMENT_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kTooManyComments{9871, "TOO_MANY_COMMENTS", ErrorClass::Refused, 429};
inline constexpr ErrorKind kArticleFull{9872, "ARTICLE_FULL", ErrorClass::Refused, 409};

}  // namespace tamga::support
