// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace tamga::journal {

inline constexpr ErrorKind kJournalDamaged{8501, "JOURNAL_DAMAGED", ErrorClass::Internal, 500};

}  // namespace tamga::journal
