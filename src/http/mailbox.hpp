// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/post.hpp>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "http/asio.hpp"
#include "http/worker_pool.hpp"

namespace tamga::http {

/// How other threads reach the thread of an io_context, even when that thread may be gone: responders and
/// event channels outlive the server in the hands of the application. What is posted while the thread has not
/// come round yet is done in one go: the answers of a group commit wake it once.
class Mailbox : public std::enable_shared_from_this<Mailbox> {
 public:
  explicit Mailbox(asio::io_context& context) : context_(&context) {}

  /// Runs `work` on the context's thread; drops it when the context is gone.
  template <class F>
  void post(F work) {
    std::scoped_lock const lock(mutex_);
    if (context_ == nullptr) return;
    waiting_.emplace_back(std::move(work));
    if (waiting_.size() == 1) asio::post(*context_, [mailbox = shared_from_this()] { mailbox->empty(); });
  }

  /// After this nothing is posted any more. Called before the context is destroyed.
  void close() {
    std::vector<Job> dropped;
    std::scoped_lock const lock(mutex_);
    context_ = nullptr;
    dropped.swap(waiting_);
  }

 private:
  void empty() {
    std::vector<Job> jobs;
    {
      std::scoped_lock const lock(mutex_);
      jobs.swap(waiting_);
    }
    for (Job& job : jobs) job.run();
  }

  std::mutex mutex_;
  asio::io_context* context_;
  std::vector<Job> waiting_;
};

}  // namespace tamga::http
