// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "request_log/entry.hpp"
#include "sql/connection.hpp"

namespace tamga::request_log {

using EntryNo = Id<struct EntryNoTag, std::int64_t>;

/// Which calls of a participant are asked for; what is empty narrows nothing.
struct Question {
  ledger::ParticipantNo participant{};
  std::string api_key{};
  std::string method{};
  std::string path_part{};
  int status_from = 0;
  int status_below = 1000;
  UnixMs from{0};
  UnixMs until{std::numeric_limits<std::int64_t>::max()};  ///< not itself
};

struct Found {
  EntryNo number;
  Entry entry;
};

/// Newest first, numbers below `before`.
Result<std::vector<Found>> find_requests(sql::Connection& connection, Question const& question,
                                         EntryNo before, int limit);

}  // namespace tamga::request_log
