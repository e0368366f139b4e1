// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 2200-2299; texts in spec/errors/identifiers.toml. None carries the number itself: it may be
/// personal.
namespace tamga::identifiers {

inline constexpr ErrorKind kEmpty{2200, "NUMBER_EMPTY", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kLength{2201, "NUMBER_LENGTH", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kZeroLost{2202, "NUMBER_ZERO_LOST", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kCharacter{2203, "NUMBER_CHARACTER", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kCheckDigit{2204, "NUMBER_CHECK_DIGIT", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kNeverIssued{2205, "NUMBER_NEVER_ISSUED", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kBeginning{2206, "NUMBER_BEGINNING", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kImpossibleDate{2207, "NUMBER_DATE", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kImpossibleRegion{2208, "NUMBER_REGION", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kNotApplicable{2209, "NUMBER_NOT_APPLICABLE", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kCheckUndefined{2210, "NUMBER_CHECK_UNDEFINED", ErrorClass::Malformed, 422};

inline constexpr ErrorKind kNotABank{2220, "BANK_CODE_NOT_A_BANK", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kAccountKey{2221, "ACCOUNT_OTHER_BANK", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kCorrAccountBank{2222, "CORR_ACCOUNT_OTHER_BANK", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kAccountCurrency{2223, "ACCOUNT_CURRENCY", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kAccountKeyNotChecked{2224, "ACCOUNT_KEY_NOT_CHECKED", ErrorClass::Malformed, 422};

inline constexpr ErrorKind kGoodsClassNotFull{2230, "GOODS_CLASS_NOT_FULL", ErrorClass::Malformed, 422};
inline constexpr ErrorKind kGoodsClassChapter{2231, "GOODS_CLASS_CHAPTER", ErrorClass::Malformed, 422};

inline constexpr ErrorKind kEmailWrong{2240, "EMAIL_WRONG", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPhoneWrong{2241, "PHONE_WRONG", ErrorClass::Malformed, 400};

}  // namespace tamga::identifiers
