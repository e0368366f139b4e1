// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace tamga::server {

inline constexpr ErrorKind kStoreExists{9501, "STORE_EXISTS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kMeasurementFailed{9502, "MEASUREMENT_FAILED", ErrorClass::Internal, 500};

}  // namespace tamga::server
