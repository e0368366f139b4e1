// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "base/result.hpp"
#include "sql/store.hpp"
#include "tasks/work.hpp"

namespace tamga::tasks {

/// Does what is in the queue, the oldest first, on threads of its own, so that nobody waits for it. Of a
/// store that several processes share each takes what it can: a task whose maker fell silent is begun anew by
/// another. What was under way when a process ended is begun anew after it starts.
class Workers {
 public:
  struct Options {
    int threads = 1;                                            ///< and one more for tasks that stand apart
    std::chrono::milliseconds every = std::chrono::seconds(1);  ///< the queue is looked into; and when rung
    std::int64_t silent_ms = 60'000;                            ///< after it a maker counts as gone
    std::int64_t clean_every_ms = 600'000;
    Limits limits{};
  };
  struct Counters {
    std::atomic<std::int64_t> ready{0};
    std::atomic<std::int64_t> failed{0};
    std::atomic<std::int64_t> stopped{0};
  };

  /// `store` and `clock`, and what the kinds use, outlive it. Starts with `start`.
  Workers(sql::Store& store, Clock const& clock, std::vector<Kind> kinds, Options options);
  ~Workers();
  Workers(Workers const&) = delete;
  Workers& operator=(Workers const&) = delete;

  Result<void> start();
  /// What is under way goes back into the queue; returns when the threads have ended.
  void stop();
  /// Something was put into the queue.
  void ring();

  [[nodiscard]] Limits const& limits() const { return options_.limits; }
  [[nodiscard]] Counters const& counters() const { return counters_; }

 private:
  void run(bool apart);
  /// Takes one and does it; false when there is none.
  Result<bool> do_next(bool apart);
  Result<std::optional<Task>> claim(bool apart);
  void make(Task const& task);
  Result<void> clean();

  sql::Store* store_;
  Clock const* clock_;
  std::vector<Kind> kinds_;
  Options options_;
  Counters counters_;
  std::atomic<bool> stopping_{false};
  std::mutex mutex_;
  std::condition_variable bell_;
  std::uint64_t rings_ = 0;
  std::int64_t cleaned_ = 0;
  std::vector<std::thread> threads_;
};

}  // namespace tamga::tasks
