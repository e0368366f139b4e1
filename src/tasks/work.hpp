// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "sql/store.hpp"
#include "tasks/task.hpp"

namespace tamga::tasks {

/// What whoever does a task writes its file to, and by what he says how far he is. One thread.
class Work {
 public:
  Work(sql::Store& store, Clock const& clock, Task const& task, Limits const& limits,
       std::atomic<bool> const& stopping);

  /// Appends to the file. Errors: TASK_STOPPED, TASK_FILE_TOO_LARGE, those of the store.
  Result<void> write(std::string_view bytes);
  /// `done` of the task's total. Written down at most once a second. Errors: TASK_STOPPED.
  Result<void> progress(std::int64_t done);

  /// The rest of the file, and that it is ready.
  Result<void> finish();
  Result<void> fail_with(Error const& error);
  /// For another time or another process.
  Result<void> give_back();

 private:
  Result<void> flush(bool all);
  Result<void> note(std::string_view chunk);
  Result<void> end(State state, std::string_view error, std::string_view values);

  sql::Store* store_;
  Clock const* clock_;
  Task task_;
  Limits limits_;
  std::atomic<bool> const* stopping_;
  std::string buffer_;
  UnixMs noted_{};
};

/// What can be asked for.
struct Kind {
  std::string name;
  /// Does it from the beginning: what an earlier attempt wrote is gone. On a thread of the workers.
  std::function<Result<void>(Task const& task, Work& work)> make;
};

}  // namespace tamga::tasks
