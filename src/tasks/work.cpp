// SPDX-License-Identifier: Apache-2.0
#include "tasks/work.hpp"

#include <chrono>
#include <thread>

#include "base/failure.hpp"
#include "sql/errors.hpp"
#include "sql/transaction.hpp"
#include "tasks/errors.hpp"
#include "tasks/tables.hpp"

namespace tamga::tasks {
namespace {

constexpr std::int64_t kNoteEveryMs = 1000;
constexpr int kAttempts = 20;
constexpr std::chrono::milliseconds kBetween{100};

/// Others write to the store too; nobody waits for a task.
template <class Write>
Result<void> patiently(sql::Store& store, Write const& write) {
  for (int attempt = 1;; ++attempt) {
    auto const done = [&]() -> Result<void> {
      TAMGA_ASSIGN(connection, store.writer());
      TAMGA_ASSIGN(transaction, sql::Transaction::begin(*connection));
      TAMGA_TRY(write(*connection));
      return transaction.commit();
    }();
    bool const again = !done && done.error().kind().error_class == ErrorClass::Retry &&
                       !done.error().is(kTaskStopped) && attempt < kAttempts;
    if (!again) return done;
    std::this_thread::sleep_for(kBetween);
  }
}

}  // namespace

Work::Work(sql::Store& store, Clock const& clock, Task const& task, Limits const& limits,
           std::atomic<bool> const& stopping)
    : store_(&store), clock_(&clock), task_(task), limits_(limits), stopping_(&stopping) {
  task_.done = task_.bytes = task_.chunks = 0;
}

Result<void> Work::write(std::string_view bytes) {
  if (task_.bytes + static_cast<std::int64_t>(buffer_.size() + bytes.size()) > limits_.file_bytes)
    return fail(Error(kFileTooLarge).with("limit", std::to_string(limits_.file_bytes >> 20)));
  buffer_ += bytes;
  return flush(false);
}

Result<void> Work::flush(bool all) {
  std::string_view rest = buffer_;
  while (static_cast<std::int64_t>(rest.size()) >= kChunkBytes || (all && !rest.empty())) {
    std::string_view const chunk = rest.substr(0, static_cast<std::size_t>(kChunkBytes));
    TAMGA_TRY(note(chunk));
    rest.remove_prefix(chunk.size());
  }
  buffer_.erase(0, buffer_.size() - rest.size());
  return {};
}

Result<void> Work::note(std::string_view chunk) {
  if (stopping_->load()) return fail(kTaskStopped);
  noted_ = clock_->now();
  std::int64_t const bytes = task_.bytes + static_cast<std::int64_t>(chunk.size());
  std::int64_t const chunks = task_.chunks + (chunk.empty() ? 0 : 1);
  auto const noted = patiently(*store_, [&](sql::Connection& connection) -> Result<void> {
    TAMGA_ASSIGN(
        mine, connection.execute(kProgress, task_.number, task_.attempt, task_.done, bytes, chunks, noted_));
    if (mine == 0) return fail(kTaskStopped);
    if (!chunk.empty())
      TAMGA_TRY(connection.execute(kPutChunk, task_.number, task_.chunks, sql::Blob{chunk}));
    return {};
  });
  if (!noted) return noted;
  task_.bytes = bytes;
  task_.chunks = chunks;
  return {};
}

Result<void> Work::progress(std::int64_t done) {
  task_.done = done;
  if (stopping_->load()) return fail(kTaskStopped);
  if (clock_->now().value() - noted_.value() < kNoteEveryMs) return {};
  return note({});
}

Result<void> Work::finish() {
  TAMGA_TRY(flush(true));
  task_.done = task_.total;
  TAMGA_TRY(note({}));
  return end(State::Ready, {}, {});
}

Result<void> Work::fail_with(Error const& error) {
  std::string values;
  for (auto const& [name, value] : error.arguments())
    if (value.find('\n') == std::string::npos) values += name + '=' + value + '\n';
  return end(State::Failed, is_failure(error) ? kTaskFailed.name : error.name(), values);
}

Result<void> Work::end(State state, std::string_view error, std::string_view values) {
  UnixMs const now = clock_->now();
  return patiently(*store_, [&](sql::Connection& connection) -> Result<void> {
    TAMGA_ASSIGN(mine, connection.execute(kEnd, task_.number, task_.attempt, state, now,
                                          UnixMs(now.value() + limits_.keep_ms), error, values));
    if (mine == 0) return fail(kTaskStopped);
    if (state != State::Ready) TAMGA_TRY(connection.execute(kDropChunks, task_.number));
    return {};
  });
}

Result<void> Work::give_back() {
  return patiently(*store_, [&](sql::Connection& connection) -> Result<void> {
    TAMGA_TRY(connection.execute(kGiveBack, task_.number, task_.attempt));
    return {};
  });
}

}  // namespace tamga::tasks
