// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 9200-9229; texts in spec/errors/labels.toml.
namespace tamga::labels {

// Mistakes in spec/labels.toml: found at start, told to whoever wrote the file.
inline constexpr ErrorKind kLayoutOverflow{9200, "LABEL_LAYOUT_OVERFLOW", ErrorClass::Internal, 500};
inline constexpr ErrorKind kLayoutDots{9201, "LABEL_LAYOUT_DOTS", ErrorClass::Internal, 500};
inline constexpr ErrorKind kLayoutSide{9202, "LABEL_LAYOUT_SIDE", ErrorClass::Internal, 500};

inline constexpr ErrorKind kLayoutUnknown{9210, "LABEL_LAYOUT_UNKNOWN", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kLabelTooSmall{9211, "LABEL_TOO_SMALL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRollNeeded{9212, "LABEL_ROLL_NEEDED", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPictureAtOnce{9214, "LABEL_PICTURE_AT_ONCE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPageFull{9213, "LABEL_PAGE_FULL", ErrorClass::Malformed, 400};

inline constexpr ErrorKind kLabelFontMissing{9220, "LABEL_FONT_MISSING", ErrorClass::Internal, 500};
inline constexpr ErrorKind kDrawingFailed{9221, "LABEL_DRAWING_FAILED", ErrorClass::Internal, 500};

}  // namespace tamga::labels
