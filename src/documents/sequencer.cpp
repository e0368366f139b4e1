// SPDX-License-Identifier: Apache-2.0
#include "documents/sequencer.hpp"

#include <algorithm>
#include <chrono>
#include <exception>

#include "base/log.hpp"
#include "documents/errors.hpp"
#include "sql/transaction.hpp"

namespace tamga::documents {
namespace {

using std::chrono::milliseconds;

/// Groups between two slices of settling while there is no idle moment.
constexpr int kGroupsPerSlice = 16;
/// So long that single sales, some a second, are settled together.
constexpr milliseconds kIdle{500};

bool may_succeed_later(Error const& error) { return error.kind().error_class == ErrorClass::Retry; }

}  // namespace

Result<std::unique_ptr<Sequencer>> Sequencer::start(sql::Store& store, ledger::Ledger& ledger,
                                                    Books const& books, Clock const& clock, Options options,
                                                    std::function<void(Notice const&)> on_notice) {
  TAMGA_ASSIGN(writer, store.writer());
  TAMGA_ASSIGN(journal, journal::Journal::open(*writer, options.lane));
  std::unique_ptr<Sequencer> out(
      new Sequencer(store, ledger, books, clock, options, std::move(on_notice), std::move(journal)));
  out->thread_ = std::thread([raw = out.get()] { raw->run(); });
  return out;
}

Sequencer::Sequencer(sql::Store& store, ledger::Ledger& ledger, Books const& books, Clock const& clock,
                     Options options, std::function<void(Notice const&)> on_notice, journal::Journal journal)
    : store_(&store),
      ledger_(&ledger),
      books_(books),
      clock_(&clock),
      options_(options),
      on_notice_(std::move(on_notice)),
      journal_(std::move(journal)) {}

Sequencer::~Sequencer() { stop(); }

Result<void> Sequencer::submit(std::unique_ptr<Operation> operation) {
  std::int64_t const weight = operation->weight();
  {
    std::lock_guard const lock(mutex_);
    if (stopping_) return fail(kSequencerStopped);
    if (queue_.size() >= options_.queue ||
        (queued_weight_ > 0 && queued_weight_ + weight > options_.queue_weight))
      return fail(kSequencerBusy);
    queue_.push_back(std::move(operation));
    queued_weight_ += weight;
    counters_.waiting.store(static_cast<std::int64_t>(queue_.size()), std::memory_order_relaxed);
  }
  wake_.notify_one();
  return {};
}

void Sequencer::stop() {
  {
    std::lock_guard const lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

Sequencer::Group Sequencer::next_group() {
  Group group;
  std::int64_t weight = 0;
  std::lock_guard const lock(mutex_);
  while (!queue_.empty() && group.size() < options_.group) {
    std::int64_t const next = queue_.front()->weight();
    if (!group.empty() && weight + next > options_.group_weight) break;
    weight += next;
    group.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  queued_weight_ -= weight;
  counters_.waiting.store(static_cast<std::int64_t>(queue_.size()), std::memory_order_relaxed);
  return group;
}

void Sequencer::run() {
  int groups = 0;
  bool settled = false;
  while (true) {
    Group group = next_group();
    if (!group.empty()) {
      perform(std::move(group));
      settled = false;
      if (++groups % kGroupsPerSlice == 0 && ledger_->settling_is_due()) settle_some();
      continue;
    }
    std::unique_lock lock(mutex_);
    if (stopping_ && queue_.empty()) break;
    if (settled) {
      wake_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
      continue;
    }
    if (wake_.wait_for(lock, kIdle, [&] { return stopping_ || !queue_.empty(); })) continue;
    lock.unlock();
    settled = !settle_some();
  }
  if (auto writer = store_->writer())
    if (auto done = ledger_->settle(**writer, true); !done)
      log::write(log::Level::Error, "settle_failed", {{"error", describe(done.error())}});
}

bool Sequencer::settle_some() {
  auto writer = store_->writer();
  if (!writer) return true;
  auto wrote = ledger_->settle(**writer, false);
  if (wrote) return *wrote;
  log::write(log::Level::Error, "settle_failed", {{"error", describe(wrote.error())}});
  return true;
}

Result<void> Sequencer::attempt(std::span<std::unique_ptr<Operation> const> group) {
  TAMGA_ASSIGN(writer, store_->writer());
  TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
  Turn turn(*writer, *ledger_, books_, shelf_, clock_->now());
  std::vector<std::int64_t> keys;
  for (auto const& operation : group)
    if (std::int64_t const key = operation->idempotency()) keys.push_back(key);
  TAMGA_TRY(turn.load_keys(keys));
  for (auto const& operation : group) TAMGA_TRY(operation->perform(turn));
  TAMGA_ASSIGN(head, turn.write(journal_));
  TAMGA_TRY(transaction.commit());
  turn.publish();
  journal_.committed(head);
  counters_.groups.fetch_add(1, std::memory_order_relaxed);
  counters_.operations.fetch_add(static_cast<std::int64_t>(group.size()), std::memory_order_relaxed);
  for (Notice const& notice : turn.notices()) on_notice_(notice);
  return {};
}

void Sequencer::perform(Group group) {
  auto const guarded = [&](std::span<std::unique_ptr<Operation> const> part) -> Result<void> {
    try {
      return attempt(part);
    } catch (std::exception const& error) {
      return fail(Error(kSequencerFailed).log(error.what()));
    }
  };
  auto const done = guarded(group);
  if (done) {
    for (auto const& operation : group) operation->committed();
    return;
  }
  // Another process may have moved the chain of this lane, or a commit may have happened unseen: begin where
  // the store is.
  auto const reopen_journal = [&] {
    auto writer = store_->writer();
    if (!writer) return;
    if (auto journal = journal::Journal::open(**writer, options_.lane)) journal_ = std::move(*journal);
  };
  for (auto const& operation : group) {
    Error last = done.error();
    bool finished = false;
    for (int tries = 0; tries < options_.attempts && !finished; ++tries) {
      counters_.retries.fetch_add(1, std::memory_order_relaxed);
      reopen_journal();
      if (auto again = guarded(std::span(&operation, 1))) {
        operation->committed();
        finished = true;
      } else {
        last = std::move(again).error();
        if (!may_succeed_later(last)) break;
        std::this_thread::sleep_for(milliseconds(tries));
      }
    }
    if (finished) continue;
    counters_.failures.fetch_add(1, std::memory_order_relaxed);
    log::write(log::Level::Error, "operation_failed", {{"error", describe(last)}});
    operation->failed(last);
  }
}

}  // namespace tamga::documents
