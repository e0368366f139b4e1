// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 9250-9259; texts in spec/errors/spreadsheet.toml.
namespace tamga::spreadsheet {

inline constexpr ErrorKind kXlsxFailed{9250, "XLSX_FAILED", ErrorClass::Internal, 500};
inline constexpr ErrorKind kXlsxMalformed{9251, "XLSX_MALFORMED", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kXlsxTooLarge{9252, "XLSX_TOO_LARGE", ErrorClass::Malformed, 413};

}  // namespace tamga::spreadsheet
