// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 7770-7789; texts in spec/errors/drafts.toml.
namespace tamga::drafts {

inline constexpr ErrorKind kDraftUnknown{7770, "DRAFT_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kDraftNoJson{7771, "DRAFT_NO_JSON", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kDraftTooLarge{7772, "DRAFT_TOO_LARGE", ErrorClass::Malformed, 413};
inline constexpr ErrorKind kTooManyDrafts{7773, "TOO_MANY_DRAFTS", ErrorClass::Refused, 409};

}  // namespace tamga::drafts
