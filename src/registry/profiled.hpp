// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/result.hpp"
#include "ledger/code_no.hpp"
#include "sql/connection.hpp"

namespace tamga::registry {

/// Everybody who has a profile, in order of number.
Result<std::vector<ledger::ParticipantNo>> profiled(sql::Connection& connection);

}  // namespace tamga::registry
