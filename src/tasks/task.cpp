// SPDX-License-Identifier: Apache-2.0
#include "tasks/task.hpp"

#include "tasks/errors.hpp"
#include "tasks/tables.hpp"

namespace tamga::tasks {
namespace {

std::map<std::string, std::string> values_of(std::string_view text) {
  std::map<std::string, std::string> out;
  while (!text.empty()) {
    std::string_view const line = text.substr(0, text.find('\n'));
    auto const equals = line.find('=');
    if (equals != std::string_view::npos)
      out.emplace(std::string(line.substr(0, equals)), std::string(line.substr(equals + 1)));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return out;
}

Task read_task(sql::Row const& row) {
  Task task;
  task.number = row.as<TaskNo>(0);
  task.participant = row.as<ledger::ParticipantNo>(1);
  task.kind = row.text(2);
  task.params = row.text(3);
  task.made_by = row.text(4);
  task.file_name = row.text(5);
  task.media_type = row.text(6);
  task.state = row.as<State>(7);
  task.done = row.int64(8);
  task.total = row.int64(9);
  task.bytes = row.int64(10);
  task.chunks = row.int64(11);
  task.attempt = row.int64(12);
  task.made_at = row.as<UnixMs>(13);
  if (!row.is_null(14)) task.ended_at = row.as<UnixMs>(14);
  task.keep_until = row.as<UnixMs>(15);
  task.error = row.text(16);
  task.error_values = values_of(row.text(17));
  return task;
}

}  // namespace

int Task::percent() const {
  if (state == State::Ready) return 100;
  if (total <= 0) return 0;
  return static_cast<int>(std::min<std::int64_t>(done * 100 / total, 99));
}

Result<void> add(sql::Connection& connection, Task const& task, Limits const& limits, UnixMs now) {
  struct Load {
    std::int64_t open, all, bytes;
  };
  TAMGA_ASSIGN(load, connection.find(
                         kLoad,
                         [](sql::Row const& row) {
                           return Load{row.int64(0), row.int64(1), row.int64(2)};
                         },
                         task.participant));
  if (load && load->open >= limits.open)
    return fail(Error(kTasksOpen).with("limit", std::to_string(limits.open)));
  if (load && (load->all >= limits.kept || load->bytes >= limits.bytes))
    return fail(Error(kTasksKept)
                    .with("limit", std::to_string(limits.kept))
                    .with("bytes", std::to_string(limits.bytes)));
  TAMGA_TRY(connection.execute(kInsert, task.number, task.participant, task.kind, task.params, task.made_by,
                               task.file_name, task.media_type, task.total, now,
                               UnixMs(now.value() + limits.keep_ms), task.apart ? 1 : 0));
  return {};
}

Result<std::optional<Task>> find(sql::Connection& connection, TaskNo number) {
  return connection.find(kFind, read_task, number);
}

Result<std::vector<Task>> tasks_of(sql::Connection& connection, ledger::ParticipantNo participant,
                                   TaskNo before, int limit) {
  std::vector<Task> out;
  TAMGA_ASSIGN(rows, connection.query(kOf, participant, before, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(read_task(row)); }));
  return out;
}

Result<bool> cancel(sql::Connection& connection, TaskNo number, UnixMs now) {
  TAMGA_ASSIGN(changed, connection.execute(kCancel, number, now));
  if (changed == 0) return false;
  TAMGA_TRY(connection.execute(kDropChunks, number));
  return true;
}

Result<std::string> chunk_of(sql::Connection& connection, TaskNo number, std::int64_t index) {
  TAMGA_ASSIGN(bytes,
               connection.find(
                   kChunk, [](sql::Row const& row) { return std::string(row.blob(0)); }, number, index));
  if (!bytes) return fail(kTaskUnknown);
  return *std::move(bytes);
}

Result<int> forget_overdue(sql::Connection& connection, UnixMs now, int limit) {
  std::vector<std::int64_t> numbers;
  {
    TAMGA_ASSIGN(rows, connection.query(kOverdue, now, limit));
    TAMGA_TRY(rows.each([&](sql::Row const& row) { numbers.push_back(row.int64(0)); }));
  }
  for (std::int64_t const number : numbers) {
    TAMGA_TRY(connection.execute(kDropChunks, number));
    TAMGA_TRY(connection.execute(kForget, number));
  }
  return static_cast<int>(numbers.size());
}

}  // namespace tamga::tasks
