// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 7750-7769; texts in spec/errors/announcements.toml.
namespace tamga::announcements {

inline constexpr ErrorKind kAnnouncementUnknown{7750, "ANNOUNCEMENT_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kAnnouncementTerm{7751, "ANNOUNCEMENT_TERM", ErrorClass::Malformed, 400};

}  // namespace tamga::announcements
