// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace tamga::documents {

inline constexpr ErrorKind kCodeTwice{7001, "CODE_TWICE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPackageInItself{7002, "PACKAGE_IN_ITSELF", ErrorClass::Refused, 409};

}  // namespace tamga::documents
