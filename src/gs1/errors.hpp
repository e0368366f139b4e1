// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/error.hpp"

/// Errors 2000-2099. The first group can be met by anybody who types or scans; texts are in
/// spec/errors/gs1.toml.
namespace tamga::gs1 {

inline constexpr ErrorKind kIdentifierEmpty{2000, "IDENTIFIER_EMPTY", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kGtinCharset{2001, "GTIN_CHARSET", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kGtinLength{2002, "GTIN_LENGTH", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kGtinCheckDigit{2003, "GTIN_CHECK_DIGIT", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kGtinZero{2004, "GTIN_ZERO", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kSsccCharset{2005, "SSCC_CHARSET", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kSsccLength{2006, "SSCC_LENGTH", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kSsccCheckDigit{2007, "SSCC_CHECK_DIGIT", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kGlnCharset{2008, "GLN_CHARSET", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kGlnLength{2009, "GLN_LENGTH", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kGlnCheckDigit{2010, "GLN_CHECK_DIGIT", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kSerialCharset{2011, "SERIAL_CHARSET", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kSerialLength{2012, "SERIAL_LENGTH", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kSerialCountryDigit{2013, "SERIAL_COUNTRY_DIGIT", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kAiDateCharset{2014, "AI_DATE_CHARSET", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kAiDateLength{2015, "AI_DATE_LENGTH", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kAiDateUnreal{2016, "AI_DATE_UNREAL", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCodeTailCharset{2017, "CODE_TAIL_CHARSET", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCodeTailLength{2018, "CODE_TAIL_LENGTH", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPackPriceCharset{2019, "PACK_PRICE_CHARSET", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPackPriceLength{2020, "PACK_PRICE_LENGTH", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPackPriceRange{2021, "PACK_PRICE_RANGE", ErrorClass::Malformed, 400};

inline constexpr ErrorKind kCodeStructure{2030, "CODE_STRUCTURE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCodeLength{2031, "CODE_LENGTH", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCodeCharset{2032, "CODE_CHARSET", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCodeKeyboardLayout{2033, "CODE_KEYBOARD_LAYOUT", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCodeSeparatorLost{2034, "CODE_SEPARATOR_LOST", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCodeOtherLayout{2035, "CODE_OTHER_LAYOUT", ErrorClass::Malformed, 400};

inline constexpr ErrorKind kElementUnknown{2040, "ELEMENT_UNKNOWN", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kElementLength{2041, "ELEMENT_LENGTH", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kElementCharset{2042, "ELEMENT_CHARSET", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kElementCheckDigit{2043, "ELEMENT_CHECK_DIGIT", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kElementRepeated{2044, "ELEMENT_REPEATED", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kElementTooMany{2045, "ELEMENT_TOO_MANY", ErrorClass::Malformed, 400};

inline constexpr ErrorKind kCodeLayoutSyntax{2050, "CODE_LAYOUT_SYNTAX", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kLinkStructure{2060, "LINK_STRUCTURE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kLinkCarriesTail{2061, "LINK_CARRIES_TAIL", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kDataMatrixRefused{2070, "DATA_MATRIX_REFUSED", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kDataMatrixSize{2071, "DATA_MATRIX_SIZE", ErrorClass::Malformed, 400};

/// The reason of a refusal from the closed list that all identifier checks share: empty, charset, length,
/// check_digit, structure. Answers carry it beside the error's name, so that a client needs no table of ours.
std::string_view reason_of(Error const& error);

}  // namespace tamga::gs1
