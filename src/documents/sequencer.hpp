// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "base/result.hpp"
#include "documents/turn.hpp"

namespace tamga::documents {

/// The one writer of a process. Takes what has gathered since its last commit, performs it in one
/// transaction, commits once, and only then answers: acknowledged means durable, and a hundred small
/// documents cost one flush of the disk. Between groups it lets the ledger settle. When a transaction fails,
/// its operations are tried again one by one, so that one bad operation harms no other. `submit` from any
/// thread.
class Sequencer {
 public:
  struct Options {
    std::size_t queue = 8192;               ///< operations waiting; more are kSequencerBusy
    std::int64_t queue_weight = 4'000'000;  ///< codes waiting
    std::size_t group = 1024;               ///< operations in one transaction
    std::int64_t group_weight = 200'000;    ///< codes in one transaction, unless one operation has more
    std::int64_t lane = 0;                  ///< of the journal; different in every process of one store
    int attempts = 12;                      ///< of one operation that keeps losing races
  };
  struct Counters {
    std::atomic<std::int64_t> operations{0};
    std::atomic<std::int64_t> groups{0};
    std::atomic<std::int64_t> retries{0};
    std::atomic<std::int64_t> failures{0};
    std::atomic<std::int64_t> waiting{0};
  };

  /// Everything outlives the sequencer. `on_notice` is called after commits, from the sequencer's thread.
  static Result<std::unique_ptr<Sequencer>> start(sql::Store& store, ledger::Ledger& ledger,
                                                  Books const& books, Clock const& clock, Options options,
                                                  std::function<void(Notice const&)> on_notice);
  /// Stops without settling if `stop` was not called.
  ~Sequencer();
  Sequencer(Sequencer const&) = delete;
  Sequencer& operator=(Sequencer const&) = delete;

  /// Hands over; the operation is told its end. Errors: SEQUENCER_BUSY, SEQUENCER_STOPPED: then it was not
  /// taken.
  Result<void> submit(std::unique_ptr<Operation> operation);
  /// Finishes what waits, settles the ledger, ends the thread. Later operations are refused.
  void stop();

  [[nodiscard]] Counters const& counters() const { return counters_; }

 private:
  using Group = std::vector<std::unique_ptr<Operation>>;
  Sequencer(sql::Store& store, ledger::Ledger& ledger, Books const& books, Clock const& clock,
            Options options, std::function<void(Notice const&)> on_notice, journal::Journal journal);
  void run();
  Group next_group();
  void perform(Group group);
  Result<void> attempt(std::span<std::unique_ptr<Operation> const> group);
  bool settle_some();

  sql::Store* store_;
  ledger::Ledger* ledger_;
  Books books_;
  Clock const* clock_;
  Options options_;
  std::function<void(Notice const&)> on_notice_;
  journal::Journal journal_;
  Counters counters_;
  evidence::Shelf shelf_;

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::unique_ptr<Operation>> queue_;
  std::int64_t queued_weight_ = 0;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace tamga::documents
