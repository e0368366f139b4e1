// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "base/error.hpp"

namespace tamga::shape {

/// Why a JSON text is not what was asked for. The first four speak of the text as a whole and win over all
/// others: first "is this JSON", then "is this our object". The rest carry the JSON pointer of the value they
/// speak of.
inline constexpr ErrorKind kMalformed{1100, "JSON_MALFORMED", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTooLarge{1101, "JSON_TOO_LARGE", ErrorClass::Malformed, 413};
inline constexpr ErrorKind kTooDeep{1102, "JSON_TOO_DEEP", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kNotUtf8{1103, "JSON_NOT_UTF8", ErrorClass::Malformed, 400};

inline constexpr ErrorKind kWrongType{1104, "JSON_WRONG_TYPE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kUnknownField{1105, "JSON_UNKNOWN_FIELD", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kDuplicateField{1106, "JSON_DUPLICATE_FIELD", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kMissingField{1107, "JSON_MISSING_FIELD", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kOutOfRange{1108, "JSON_OUT_OF_RANGE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kUnknownValue{1109, "JSON_UNKNOWN_VALUE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTextSize{1110, "JSON_TEXT_SIZE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kListSize{1111, "JSON_LIST_SIZE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kControlCharacter{1112, "JSON_CONTROL_CHARACTER", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kBadDate{1113, "JSON_BAD_DATE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kBadMoment{1114, "JSON_BAD_MOMENT", ErrorClass::Malformed, 400};

/// Every kind above, in order of number; the test of the catalogue walks it.
inline constexpr std::array kAllErrors{&kMalformed,        &kTooLarge,     &kTooDeep,        &kNotUtf8,
                                       &kWrongType,        &kUnknownField, &kDuplicateField, &kMissingField,
                                       &kOutOfRange,       &kUnknownValue, &kTextSize,       &kListSize,
                                       &kControlCharacter, &kBadDate,      &kBadMoment};

}  // namespace tamga::shape
