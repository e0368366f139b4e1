// SPDX-License-Identifier: Apache-2.0
#include "tasks/workers.hpp"

#include <algorithm>

#include "base/log.hpp"
#include "sql/transaction.hpp"
#include "tasks/errors.hpp"
#include "tasks/tables.hpp"

namespace tamga::tasks {
namespace {

constexpr int kForgottenAtOnce = 20;

}  // namespace

Workers::Workers(sql::Store& store, Clock const& clock, std::vector<Kind> kinds, Options options)
    : store_(&store), clock_(&clock), kinds_(std::move(kinds)), options_(options) {}

Workers::~Workers() { stop(); }

Result<void> Workers::start() {
  if (store_->engine() == sql::Engine::Sqlite) {
    TAMGA_ASSIGN(connection, store_->writer());
    TAMGA_TRY(connection->execute(kGiveBackAll));
  }
  for (int i = 0; i < options_.threads; ++i) threads_.emplace_back([this] { run(false); });
  threads_.emplace_back([this] { run(true); });
  return {};
}

void Workers::stop() {
  {
    std::lock_guard const lock(mutex_);
    stopping_.store(true);
  }
  bell_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void Workers::ring() {
  {
    std::lock_guard const lock(mutex_);
    ++rings_;
  }
  bell_.notify_all();
}

void Workers::run(bool apart) {
  std::uint64_t heard = 0;
  while (!stopping_.load()) {
    auto const did = do_next(apart);
    if (!did) log::write(log::Level::Warn, "tasks_failed", {{"error", describe(did.error())}});
    if (did && *did) continue;
    if (auto const cleaned = clean(); !cleaned)
      log::write(log::Level::Warn, "tasks_not_cleaned", {{"error", describe(cleaned.error())}});
    std::unique_lock lock(mutex_);
    bell_.wait_for(lock, options_.every, [&] { return rings_ != heard || stopping_.load(); });
    heard = rings_;
  }
}

Result<std::optional<Task>> Workers::claim(bool apart) {
  UnixMs const now = clock_->now();
  UnixMs const silent(now.value() - options_.silent_ms);
  {
    TAMGA_ASSIGN(reader, store_->reader());
    TAMGA_ASSIGN(number, reader->find(
                             kNext, [](sql::Row const& row) { return row.int64(0); }, silent, apart ? 1 : 0));
    if (!number) return std::nullopt;
  }
  TAMGA_ASSIGN(connection, store_->writer());
  TAMGA_ASSIGN(transaction, sql::Transaction::begin(*connection));
  TAMGA_ASSIGN(number,
               connection->find(
                   kNext, [](sql::Row const& row) { return row.as<TaskNo>(0); }, silent, apart ? 1 : 0));
  if (!number) return std::nullopt;
  TAMGA_ASSIGN(mine, connection->execute(kClaim, *number, now, silent));
  if (mine == 0) return std::nullopt;
  TAMGA_TRY(connection->execute(kDropChunks, *number));
  TAMGA_ASSIGN(task, find(*connection, *number));
  TAMGA_TRY(transaction.commit());
  return task;
}

Result<bool> Workers::do_next(bool apart) {
  TAMGA_ASSIGN(task, claim(apart));
  if (!task) return false;
  make(*task);
  return true;
}

void Workers::make(Task const& task) {
  Work work(*store_, *clock_, task, options_.limits, stopping_);
  auto const kind =
      std::find_if(kinds_.begin(), kinds_.end(), [&](Kind const& one) { return one.name == task.kind; });
  auto const done = [&]() -> Result<void> {
    if (kind == kinds_.end()) return fail(Error(kTaskKindUnknown).with("kind", task.kind));
    try {
      TAMGA_TRY(kind->make(task, work));
    } catch (std::exception const& thrown) {
      return fail(Error(kTaskFailed).log(thrown.what()));
    }
    return work.finish();
  }();
  if (done) {
    ++counters_.ready;
    return;
  }
  bool const stopped = done.error().is(kTaskStopped);
  if (!stopped)
    log::write(log::Level::Warn, "task_failed",
               {{"task", std::to_string(task.number.value())},
                {"kind", task.kind},
                {"error", describe(done.error())}});
  auto const told = stopped ? work.give_back() : work.fail_with(done.error());
  ++(stopped ? counters_.stopped : counters_.failed);
  if (!told && !told.error().is(kTaskStopped))
    log::write(log::Level::Warn, "task_lost", {{"error", describe(told.error())}});
}

Result<void> Workers::clean() {
  std::int64_t const now = clock_->now().value();
  {
    std::lock_guard const lock(mutex_);
    if (now - cleaned_ < options_.clean_every_ms) return {};
    cleaned_ = now;
  }
  TAMGA_ASSIGN(connection, store_->writer());
  TAMGA_ASSIGN(transaction, sql::Transaction::begin(*connection));
  TAMGA_TRY(forget_overdue(*connection, UnixMs(now), kForgottenAtOnce));
  return transaction.commit();
}

}  // namespace tamga::tasks
