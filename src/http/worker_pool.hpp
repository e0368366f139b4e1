// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace tamga::http {

/// A piece of work that may own things that cannot be copied (std::function cannot).
class Job {
 public:
  template <class F>
  explicit Job(F work) : work_(std::make_unique<Holder<F>>(std::move(work))) {}
  void run() { work_->run(); }

 private:
  struct Work {
    virtual ~Work() = default;
    virtual void run() = 0;
  };
  template <class F>
  struct Holder final : Work {
    explicit Holder(F f) : callable(std::move(f)) {}
    void run() override { callable(); }
    F callable;
  };
  std::unique_ptr<Work> work_;
};

/// Threads for handlers that may block, behind a bounded queue. A job must not throw.
class WorkerPool {
 public:
  WorkerPool(unsigned threads, std::size_t max_queue);
  ~WorkerPool() { stop(); }
  WorkerPool(WorkerPool const&) = delete;
  WorkerPool& operator=(WorkerPool const&) = delete;

  /// False, and the job is still the caller's, when the queue is full or the pool stopped.
  bool submit(Job& job);
  /// The next step of work that was once admitted: never refused for a full queue, only after stop.
  bool submit_next_step(Job job);
  /// Waits for running jobs; those still queued are destroyed without being run.
  void stop();

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable available_;
  std::deque<Job> queue_;
  std::size_t const max_queue_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace tamga::http
