// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 7600-7699; texts in spec/errors/business_register.toml.
namespace tamga::business_register {

/// The one outcome beside "in the book" and "not in the book": nothing is known yet. Never a rejection.
inline constexpr ErrorKind kRegisterUnreachable{7600, "REGISTER_UNREACHABLE", ErrorClass::Retry, 503};

// Mistakes in an extract, told to the operator who imports it.
inline constexpr ErrorKind kExtractUnreadable{7610, "EXTRACT_UNREADABLE", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kExtractHeader{7611, "EXTRACT_HEADER", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kExtractColumn{7612, "EXTRACT_COLUMN", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kExtractRowWidth{7613, "EXTRACT_ROW_WIDTH", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kExtractQuotes{7614, "EXTRACT_QUOTES", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kExtractText{7615, "EXTRACT_TEXT", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kExtractValue{7616, "EXTRACT_VALUE", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kExtractRowTwice{7617, "EXTRACT_ROW_TWICE", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kExtractEmpty{7618, "EXTRACT_EMPTY", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kExtractOlder{7619, "EXTRACT_OLDER", ErrorClass::Refused, 409};

}  // namespace tamga::business_register
