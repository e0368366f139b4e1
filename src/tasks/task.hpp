// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "ledger/code_no.hpp"
#include "sql/connection.hpp"

namespace tamga::tasks {

using TaskNo = Id<struct TaskNoTag, std::int64_t>;

/// Stored numbers.
enum class State : std::uint8_t { Queued = 1, Preparing = 2, Ready = 3, Failed = 4, Cancelled = 5 };
constexpr std::string_view name_of(State state) {
  constexpr std::array<std::string_view, 6> kNames{"", "queued", "preparing", "ready", "failed", "cancelled"};
  return kNames[static_cast<std::size_t>(state)];
}

/// Bytes of a stored piece of a file; of the last, fewer.
inline constexpr std::int64_t kChunkBytes = 256 * 1024;

/// Work that takes longer than a call: what was asked for, how far it is, and the file that comes of it.
struct Task {
  TaskNo number;
  ledger::ParticipantNo participant;
  std::string kind;
  std::string params;   ///< JSON, the kind's own
  std::string made_by;  ///< the person, or the name of the key
  std::string file_name;
  std::string media_type;
  bool apart =
      false;  ///< may take hours: done by a thread that does nothing else, so that files are not waited for
  State state = State::Queued;
  std::int64_t done = 0;  ///< of `total`, in whatever the kind counts
  std::int64_t total = 0;
  std::int64_t bytes = 0;
  std::int64_t chunks = 0;
  std::int64_t attempt = 0;
  UnixMs made_at;
  std::optional<UnixMs> ended_at;
  UnixMs keep_until;  ///< task and file are forgotten then
  std::string error;  ///< name of the error that ended it
  std::map<std::string, std::string> error_values;

  [[nodiscard]] bool open() const { return state == State::Queued || state == State::Preparing; }
  /// Of a hundred, rounded down; 100 is said only when it is ready.
  [[nodiscard]] int percent() const;
};

/// What one participant may have.
struct Limits {
  std::int64_t open = 8;    ///< queued and being prepared
  std::int64_t kept = 200;  ///< in all
  std::int64_t bytes = std::int64_t{8} << 30;
  std::int64_t file_bytes = std::int64_t{2} << 30;  ///< of one file
  std::int64_t keep_ms = std::int64_t{7} * 86'400'000;
};

// Within the transaction of `connection`.

/// Puts it into the queue; state, progress and times are set here. Errors: TASKS_OPEN, TASKS_KEPT.
Result<void> add(sql::Connection& connection, Task const& task, Limits const& limits, UnixMs now);
Result<std::optional<Task>> find(sql::Connection& connection, TaskNo number);
/// Newest first, with numbers below `before`.
Result<std::vector<Task>> tasks_of(sql::Connection& connection, ledger::ParticipantNo participant,
                                   TaskNo before, int limit);
/// Ends it wherever it is, and drops its file. False when it had ended without one.
Result<bool> cancel(sql::Connection& connection, TaskNo number, UnixMs now);

/// Piece `index` of the file of a task that is ready. Errors: TASK_UNKNOWN when it is there no more.
Result<std::string> chunk_of(sql::Connection& connection, TaskNo number, std::int64_t index);
/// Forgets tasks whose time is over; how many.
Result<int> forget_overdue(sql::Connection& connection, UnixMs now, int limit);

}  // namespace tamga::tasks
