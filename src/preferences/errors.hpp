// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 9840-9849; texts in spec/errors/preferences.toml.
namespace tamga::preferences {

inline constexpr ErrorKind kTooManyPreferences{9840, "TOO_MANY_PREFERENCES", ErrorClass::Refused, 409};

}  // namespace tamga::preferences
