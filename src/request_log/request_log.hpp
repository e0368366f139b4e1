// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <set>
#include <vector>

#include "base/number_source.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "request_log/entry.hpp"
#include "sql/store.hpp"

namespace tamga::request_log {

struct Limits {
  std::size_t waiting = 20'000;          ///< lines that wait to be written; more are not kept
  std::int64_t of_participant = 10'000;  ///< lines of one organisation, the newest
  std::int64_t days = 7;                 ///< for which lines are kept
};

/// The lines that this process writes. Safe from any thread.
class RequestLog {
 public:
  /// `store` and `clock` outlive it. `lane`: different in every process of one store.
  RequestLog(sql::Store& store, Clock const& clock, std::int64_t lane, Limits limits = {});

  /// For the thread that answers: never waits for the store. Written by the next `write`; counted as not kept
  /// when too many wait.
  void keep(Entry entry);
  /// Writes what waits. After an error the same lines are tried again by the next call.
  Result<void> write();
  /// Drops what is too old or too much; gives how many lines. Goes on writing in between.
  Result<std::int64_t> drop_old();
  /// Since the start.
  [[nodiscard]] std::int64_t not_kept() const { return not_kept_.load(std::memory_order_relaxed); }

 private:
  struct Numbered {
    std::int64_t number;
    Entry entry;
  };
  void take_waiting();
  Result<void> write_some(std::size_t count);
  [[nodiscard]] Result<std::vector<ledger::ParticipantNo>> lately_written();
  Result<std::int64_t> drop_before(UnixMs moment);
  Result<std::int64_t> drop_beyond(ledger::ParticipantNo participant);

  sql::Store* store_;
  Clock const* clock_;
  Limits limits_;
  NumberSource numbers_;
  std::atomic<std::int64_t> not_kept_{0};

  std::mutex mutex_;
  std::vector<Entry> waiting_;

  std::mutex writing_;  ///< one writes at a time
  std::vector<Numbered> taken_;
  std::set<ledger::ParticipantNo> touched_;  ///< written to since the last `drop_old`
  bool dropped_before_ = false;
};

}  // namespace tamga::request_log
