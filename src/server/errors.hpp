// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace tamga::server {

inline constexpr ErrorKind kStoreExists{9501, "STORE_EXISTS", ErrorClass::Refused, 409};

}  // namespace tamga::server
