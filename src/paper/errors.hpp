// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 9480-9489; texts in spec/errors/paper.toml.
namespace tamga::paper {

inline constexpr ErrorKind kPaperFailed{9480, "PAPER_FAILED", ErrorClass::Internal, 500};
inline constexpr ErrorKind kFontMissing{9481, "PAPER_FONT_MISSING", ErrorClass::Internal, 500};

}  // namespace tamga::paper
