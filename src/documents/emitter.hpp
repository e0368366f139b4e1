// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/case.hpp"

namespace tamga::documents {

/// Only participants of a type that puts codes on goods, or brings goods with codes into the country, add
/// codes to the register; others are told so.
Result<void> judge_emitter(Case& one);

}  // namespace tamga::documents
