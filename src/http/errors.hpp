// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace tamga::http {

// What a client may have done wrong on the wire. The connection is closed after each of these but NOT_FOUND,
// METHOD_NOT_ALLOWED and QUERY.
inline constexpr ErrorKind kMalformed{9001, "HTTP_MALFORMED", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kHeadersTooLarge{9002, "HTTP_HEADERS_TOO_LARGE", ErrorClass::Malformed, 431};
inline constexpr ErrorKind kTargetTooLong{9003, "HTTP_TARGET_TOO_LONG", ErrorClass::Malformed, 414};
inline constexpr ErrorKind kBodyTooLarge{9004, "HTTP_BODY_TOO_LARGE", ErrorClass::Malformed, 413};
inline constexpr ErrorKind kNotFound{9005, "HTTP_NOT_FOUND", ErrorClass::Refused, 404};
inline constexpr ErrorKind kMethodNotAllowed{9006, "HTTP_METHOD_NOT_ALLOWED", ErrorClass::Refused, 405};
inline constexpr ErrorKind kVersion{9007, "HTTP_VERSION", ErrorClass::Malformed, 505};
inline constexpr ErrorKind kMethodUnknown{9008, "HTTP_METHOD_UNKNOWN", ErrorClass::Malformed, 501};
inline constexpr ErrorKind kClientTooSlow{9009, "HTTP_CLIENT_TOO_SLOW", ErrorClass::Refused, 408};
inline constexpr ErrorKind kExpectation{9010, "HTTP_EXPECTATION", ErrorClass::Malformed, 417};
inline constexpr ErrorKind kQuery{9011, "HTTP_QUERY", ErrorClass::Malformed, 400};

// What may be wrong with us.
inline constexpr ErrorKind kOverloaded{9020, "HTTP_OVERLOADED", ErrorClass::Retry, 503};
inline constexpr ErrorKind kTooManyConnections{9021, "HTTP_TOO_MANY_CONNECTIONS", ErrorClass::Retry, 503};
inline constexpr ErrorKind kAnswerTimeout{9022, "HTTP_ANSWER_TIMEOUT", ErrorClass::Retry, 503};
inline constexpr ErrorKind kUnexpected{9023, "HTTP_UNEXPECTED", ErrorClass::Internal, 500};

// Start-up, and the client of this room.
inline constexpr ErrorKind kListen{9030, "HTTP_LISTEN", ErrorClass::Refused, 500};
inline constexpr ErrorKind kRoute{9031, "HTTP_ROUTE", ErrorClass::Malformed, 500};
inline constexpr ErrorKind kConnect{9032, "HTTP_CONNECT", ErrorClass::Retry, 502};
inline constexpr ErrorKind kExchange{9033, "HTTP_EXCHANGE", ErrorClass::Retry, 502};

}  // namespace tamga::http
