// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace tamga::cabinet {

inline constexpr ErrorKind kCabinetMissing{9850, "CABINET_MISSING", ErrorClass::Refused, 500};
inline constexpr ErrorKind kCabinetTooLarge{9851, "CABINET_TOO_LARGE", ErrorClass::Refused, 500};

}  // namespace tamga::cabinet
