// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "api/call.hpp"
#include "api/error_words.hpp"
#include "api/wire.hpp"
#include "base/time.hpp"
#include "registry/change_notes.hpp"
#include "shape/scalars.hpp"
#include "tasks/task.hpp"

namespace tamga::api {

/// A task as its participant sees it.
struct TaskView {
  DocumentNumber task;
  std::string kind;
  std::string state;
  std::int64_t done;
  std::int64_t total;
  int percent;
  std::int64_t bytes;
  std::string file_name;
  std::string media_type;
  UnixMs made_at;
  std::string made_by;
  std::optional<UnixMs> ended_at;
  UnixMs keep_until;
  std::optional<ErrorWords> error;
  static TaskView of(tasks::Task const& task, Call const& call);
  static constexpr auto shape() {
    return shape::object(
        "Task", "Work that is done aside; its file is kept for a while",
        shape::field("task", &TaskView::task, "Number of the task"),
        shape::field("kind", &TaskView::kind, "packet, labels, codes, audit"),
        shape::field("state", &TaskView::state, "queued, preparing, ready, failed, cancelled"),
        shape::field("done", &TaskView::done,
                     "How much is done, in codes; of an audit, in entries of the journal"),
        shape::field("total", &TaskView::total, "Of how much; 0: not known before"),
        shape::field("percent", &TaskView::percent, "The same of a hundred"),
        shape::field("bytes", &TaskView::bytes, "Bytes of the file so far"),
        shape::field("file_name", &TaskView::file_name, "Name of the file"),
        shape::field("media_type", &TaskView::media_type, "What it is"),
        shape::field("made_at", &TaskView::made_at, "When it was asked for"),
        shape::field("made_by", &TaskView::made_by, "By whom: a person, or the name of a key"),
        shape::field("ended_at", &TaskView::ended_at, "When it ended"),
        shape::field("keep_until", &TaskView::keep_until, "Task and file are forgotten then"),
        shape::field("error", &TaskView::error, "Why it failed"));
  }
};

/// Of one order, or of one search.
struct TaskAsk {
  std::string_view kind;
  std::string params;
  std::string file_name;
  std::string media_type;
  std::int64_t total = 0;
  registry::Facts noted{};  ///< what was asked for, as the journal keeps it beside its entry
};
/// Puts a task of the caller into the queue, once for its Idempotency-Key, with its entry `action` in the
/// journal. Errors: CALL_KEY_REUSED, TASKS_OPEN, TASKS_KEPT.
Result<TaskView> make_task(Call const& call, std::string_view action, TaskAsk const& ask);

}  // namespace tamga::api
