// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "registry/participant.hpp"
#include "sql/connection.hpp"

namespace tamga::registry {

/// Numbers of participants whose tax number begins with the text, or whose name has it, in whatever letters
/// it is written; in the order of joining, those above `after`. Reads on until it has `limit` of them: a
/// question of the operator's staff, not of machines.
Result<std::vector<ParticipantNo>> search_participants(sql::Connection& connection, std::string_view text,
                                                       ParticipantNo after, int limit);

}  // namespace tamga::registry
