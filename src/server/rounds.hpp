// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/result.hpp"

namespace tamga::server {

/// Work that a system does now and then by itself. One that fails is logged and done again in its turn. One
/// thread for all, so each is short.
class Rounds {
 public:
  struct Round {
    std::string name;
    std::chrono::milliseconds every;
    std::function<Result<void>()> work;
  };

  /// Does each once at the start.
  explicit Rounds(std::vector<Round> rounds);
  /// Waits for the one under way.
  ~Rounds();
  /// Does each once more without waiting for its turn, in their order, and comes back when all of them are
  /// done. Any thread.
  void settle();
  Rounds(Rounds const&) = delete;
  Rounds& operator=(Rounds const&) = delete;

 private:
  struct Turn {
    std::chrono::steady_clock::time_point due;
    std::uint64_t answers = 0;  ///< the last `settle` that had asked when it began
  };
  void run();
  [[nodiscard]] std::size_t next() const;

  std::vector<Round> rounds_;
  std::vector<Turn> turns_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::condition_variable done_;
  std::uint64_t asked_ = 0;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace tamga::server
