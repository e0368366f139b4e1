// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace tamga::country {

// Mistakes in spec/: found at start, told to whoever wrote the file, never to a client.
inline constexpr ErrorKind kSpecUnreadable{4001, "SPEC_UNREADABLE", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecSyntax{4002, "SPEC_SYNTAX", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecUnknownKey{4003, "SPEC_UNKNOWN_KEY", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecMissingKey{4004, "SPEC_MISSING_KEY", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecWrongType{4005, "SPEC_WRONG_TYPE", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecOutOfRange{4006, "SPEC_OUT_OF_RANGE", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecUnknownWord{4007, "SPEC_UNKNOWN_WORD", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecLanguageMissing{4008, "SPEC_LANGUAGE_MISSING", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecDuplicate{4009, "SPEC_DUPLICATE", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecFileName{4010, "SPEC_FILE_NAME", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecLayout{4011, "SPEC_LAYOUT", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecLayoutMismatch{4012, "SPEC_LAYOUT_MISMATCH", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecRetiredUndated{4013, "SPEC_RETIRED_UNDATED", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecPeriod{4014, "SPEC_PERIOD", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecUnknownReference{4015, "SPEC_UNKNOWN_REFERENCE", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecMissingRole{4016, "SPEC_MISSING_ROLE", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecPlaceholders{4017, "SPEC_PLACEHOLDERS", ErrorClass::Internal, 500};
inline constexpr ErrorKind kSpecFirstRole{4018, "SPEC_FIRST_ROLE", ErrorClass::Internal, 500};

}  // namespace tamga::country
