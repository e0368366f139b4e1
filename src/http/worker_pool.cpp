// SPDX-License-Identifier: Apache-2.0
#include "http/worker_pool.hpp"

namespace tamga::http {

WorkerPool::WorkerPool(unsigned threads, std::size_t max_queue) : max_queue_(max_queue) {
  threads_.reserve(threads);
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

bool WorkerPool::submit(Job& job) {
  {
    std::scoped_lock const lock(mutex_);
    if (stopping_ || queue_.size() >= max_queue_) return false;
    queue_.push_back(std::move(job));
  }
  available_.notify_one();
  return true;
}

bool WorkerPool::submit_next_step(Job job) {
  {
    std::scoped_lock const lock(mutex_);
    if (stopping_) return false;
    queue_.push_back(std::move(job));
  }
  available_.notify_one();
  return true;
}

void WorkerPool::stop() {
  std::deque<Job> abandoned;
  {
    std::scoped_lock const lock(mutex_);
    stopping_ = true;
    abandoned.swap(queue_);
  }
  available_.notify_all();
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
}

void WorkerPool::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    available_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (stopping_) return;
    {
      Job job = std::move(queue_.front());
      queue_.pop_front();
      lock.unlock();
      job.run();
    }
    lock.lock();
  }
}

}  // namespace tamga::http
