// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <mutex>

namespace tamga::demo {

/// Where cash registers wait while the server is away. Safe from any thread.
class Outage {
 public:
  explicit Outage(int cash_registers) : working_(cash_registers) {}

  /// By the one who is about to kill the server.
  void begin() {
    std::lock_guard const lock(mutex_);
    away_ = true;
  }
  /// Returns when no cash register works any more.
  void wait_for_silence() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return working_ == 0; });
  }
  void end() {
    std::lock_guard const lock(mutex_);
    away_ = false;
    changed_.notify_all();
  }

  /// By a cash register that got no answer: returns when the server is back. False: it is not away.
  bool wait_for_end() {
    std::unique_lock lock(mutex_);
    if (!away_) return false;
    --working_;
    changed_.notify_all();
    changed_.wait(lock, [&] { return !away_; });
    ++working_;
    return true;
  }
  /// By a cash register that goes home.
  void leave() {
    std::lock_guard const lock(mutex_);
    --working_;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool away_ = false;
  int working_;
};

}  // namespace tamga::demo
