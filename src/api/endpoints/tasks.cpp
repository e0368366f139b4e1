// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/tasks.hpp"

#include <limits>

#include "api/byte_range.hpp"
#include "api/errors.hpp"
#include "api/once.hpp"
#include "api/task_kinds.hpp"
#include "country/error_texts.hpp"
#include "packets/blocks.hpp"
#include "sql/store.hpp"
#include "tasks/errors.hpp"

namespace tamga::api {
namespace {

tasks::TaskNo number_of(DocumentNumber number) { return tasks::TaskNo(number.number.value()); }

/// The task if it exists for the caller.
Result<tasks::Task> task_of(Call const& call, sql::Connection& connection, DocumentNumber number) {
  TAMGA_ASSIGN(task, tasks::find(connection, number_of(number)));
  if (!task || !may_see(call, *task)) return fail(tasks::kTaskUnknown);
  return *std::move(task);
}
Result<tasks::Task> task_of(Call const& call, DocumentNumber number) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  return task_of(call, *reader, number);
}

/// Bytes of a stored file, a piece at a time.
class FileStream final : public http::BodySource {
 public:
  FileStream(sql::Store& store, tasks::TaskNo task, ByteRange range)
      : store_(&store), task_(task), at_(range.from), end_(range.end) {}

  Result<bool> next(std::string& chunk) override {
    if (at_ >= end_) return false;
    TAMGA_ASSIGN(reader, store_->reader());
    TAMGA_ASSIGN(piece, tasks::chunk_of(*reader, task_, at_ / tasks::kChunkBytes));
    auto const offset = static_cast<std::size_t>(at_ % tasks::kChunkBytes);
    if (piece.size() <= offset) return fail(tasks::kTaskUnknown);
    auto const size = std::min<std::int64_t>(static_cast<std::int64_t>(piece.size() - offset), end_ - at_);
    chunk.append(piece, offset, static_cast<std::size_t>(size));
    at_ += size;
    return at_ < end_;
  }

 private:
  sql::Store* store_;
  tasks::TaskNo task_;
  std::int64_t at_;
  std::int64_t end_;
};

http::Response file_response(Call const& call, tasks::Task const& task, AskedRange const& asked) {
  std::string const size = std::to_string(task.bytes);
  http::Response response =
      asked.unsatisfiable ? http::Response::of(416, {}, {})
                          : http::Response::streamed(asked.partial ? 206 : 200, task.media_type,
                                                     std::make_unique<FileStream>(call.services().store,
                                                                                  task.number, asked.range));
  response.header("Accept-Ranges", "bytes");
  if (asked.unsatisfiable) {
    response.header("Content-Range", "bytes */" + size);
    return response;
  }
  response.header("ETag",
                  '"' + std::to_string(task.number.value()) + '-' + std::to_string(task.attempt) + '"');
  response.header("Content-Disposition", "attachment; filename=\"" + task.file_name + "\"");
  if (asked.partial)
    response.header("Content-Range", "bytes " + std::to_string(asked.range.from) + '-' +
                                         std::to_string(asked.range.end - 1) + '/' + size);
  return response;
}

/// What leaves with the file, if it may leave now. The rest of a file that broke off is part of the delivery
/// that began it.
Result<std::optional<Delivery>> delivery_to_note(Call const& call, tasks::Task const& task,
                                                 AskedRange const& asked) {
  TAMGA_ASSIGN(ask, packet_ask_of(task));
  TAMGA_ASSIGN(packet, plan_file(call, ask));
  if (asked.range.from > 0) {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_ASSIGN(noted, packets::was_noted(*reader, {ask.order.number, ask.line, ask.from, ask.count}));
    if (noted) return std::nullopt;
  }
  return delivery_of(ask, packet.line.delivered);
}

}  // namespace

Result<ListTasks::Output> ListTasks::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  auto const before =
      input.before ? number_of(*input.before) : tasks::TaskNo(std::numeric_limits<std::int64_t>::max());
  TAMGA_ASSIGN(found, tasks::tasks_of(*reader, call.caller().number(), before, input.limit));
  Output out;
  for (tasks::Task const& task : found)
    if (may_see(call, task)) out.tasks.push_back(TaskView::of(task, call));
  if (static_cast<int>(found.size()) == input.limit)
    out.next = DocumentNumber{ledger::DocumentNo(found.back().number.value())};
  return out;
}

Result<GetTask::Output> GetTask::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(task, task_of(call, input.task));
  return TaskView::of(task, call);
}

Result<CancelTask::Output> CancelTask::handle(Input const& input, Call& call) {
  TAMGA_TRY(task_of(call, input.task));
  std::string const object = std::to_string(input.task.number.value());
  auto const done = once(
      call, {.action = kSpec.action, .object = object}, [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
        TAMGA_ASSIGN(cancelled, tasks::cancel(turn.connection(), number_of(input.task), turn.now()));
        if (!cancelled) return fail(tasks::kTaskEnded);
        return object;
      });
  if (!done) return fail(done.error());
  TAMGA_ASSIGN(task, task_of(call, input.task));
  return TaskView::of(task, call);
}

void FetchTaskFile::handle(Input const& input, Call call, Later later) {
  auto const task = task_of(call, input.task);
  if (!task) return later.refuse(task.error(), Place::Parameters);
  bool const delivers = terms_of(task->kind)->delivers;
  if (delivers && !call.caller().session.by_certificate())
    return later.refuse(Error(kCertificateNeeded).with("method", call.caller().session.method));
  if (task->state != tasks::State::Ready)
    return later.refuse(Error(tasks::kTaskNotReady).with("state", std::string(name_of(task->state))));
  auto const asked = asked_range(call.request().header("Range"), task->bytes);
  http::Response response = file_response(call, *task, asked);
  if (asked.unsatisfiable || !delivers) return later.send(std::move(response));
  auto const delivery = delivery_to_note(call, *task, asked);
  if (!delivery) return later.refuse(delivery.error());
  if (!*delivery) return later.send(std::move(response));
  note_delivery(call, **delivery, std::move(response), std::move(later));
}

template struct RowOf<ListTasks>;
template struct RowOf<GetTask>;
template struct RowOf<CancelTask>;
template struct RowOf<FetchTaskFile>;

}  // namespace tamga::api
