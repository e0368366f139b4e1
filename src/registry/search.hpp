// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "registry/participant.hpp"
#include "sql/connection.hpp"

namespace tamga::registry {

/// A question about participants: the beginning of a tax number, or a part of a name in whatever letters. An
/// empty one is answered by everybody.
class ParticipantQuery {
 public:
  explicit ParticipantQuery(std::string_view text);
  [[nodiscard]] bool matches(std::string_view tax_id, std::string_view name) const;

 private:
  std::string wanted_;
};

/// Numbers of participants whose tax number begins with the text, or whose name has it, in whatever letters
/// it is written; in the order of joining, those above `after`. Reads on until it has `limit` of them: a
/// question of the operator's staff, not of machines.
Result<std::vector<ParticipantNo>> search_participants(sql::Connection& connection, std::string_view text,
                                                       ParticipantNo after, int limit);

/// How many take part, the operator not counted.
Result<std::int64_t> count_participants(sql::Connection& connection);

}  // namespace tamga::registry
