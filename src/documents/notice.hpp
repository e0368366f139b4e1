// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "notices/notice.hpp"

namespace tamga::documents {

using notices::Notice;

}  // namespace tamga::documents
