// SPDX-License-Identifier: Apache-2.0
#include "api/task_view.hpp"

#include <charconv>

#include "api/change_note.hpp"
#include "api/once.hpp"
#include "sql/store.hpp"
#include "tasks/errors.hpp"
#include "tasks/workers.hpp"

namespace tamga::api {

TaskView TaskView::of(tasks::Task const& task, Call const& call) {
  TaskView view{.task = {ledger::DocumentNo(task.number.value())},
                .kind = task.kind,
                .state = std::string(name_of(task.state)),
                .done = task.done,
                .total = task.total,
                .percent = task.percent(),
                .bytes = task.bytes,
                .file_name = task.file_name,
                .media_type = task.media_type,
                .made_at = task.made_at,
                .made_by = task.made_by,
                .ended_at = task.ended_at,
                .keep_until = task.keep_until,
                .error = std::nullopt};
  if (!task.error.empty()) view.error = ErrorWords::of(call, task.error, task.error_values);
  return view;
}

Result<TaskView> make_task(Call const& call, std::string_view action, TaskAsk const& ask) {
  Services const& services = call.services();
  tasks::Task task;
  task.participant = call.caller().number();
  task.kind = ask.kind;
  task.params = ask.params;
  task.made_by = call.caller().session.person;
  task.file_name = ask.file_name;
  task.media_type = ask.media_type;
  task.total = ask.total;
  auto const work = [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
    task.number = tasks::TaskNo(turn.desk().books().numbers.next());
    TAMGA_TRY(tasks::add(turn.connection(), task, services.workers->limits(), turn.now()));
    TAMGA_TRY(note_changes(turn, entry, {}, ask.noted));
    return std::to_string(task.number.value());
  };
  auto const done = once(call, {.action = action}, work);
  if (!done) return fail(done.error());
  services.workers->ring();
  std::int64_t number = 0;
  std::from_chars(done->object.data(), done->object.data() + done->object.size(), number);
  TAMGA_ASSIGN(reader, services.store.reader());
  TAMGA_ASSIGN(made, tasks::find(*reader, tasks::TaskNo(number)));
  if (!made) return fail(tasks::kTaskUnknown);
  return TaskView::of(*made, call);
}

}  // namespace tamga::api
