// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/post.hpp>
#include <mutex>
#include <utility>

#include "http/asio.hpp"

namespace tamga::http {

/// How other threads reach the thread of an io_context, even when that thread may be gone: responders and
/// event channels outlive the server in the hands of the application.
class Mailbox {
 public:
  explicit Mailbox(asio::io_context& context) : context_(&context) {}

  /// Runs `work` on the context's thread; drops it when the context is gone.
  template <class F>
  void post(F&& work) {
    std::scoped_lock const lock(mutex_);
    if (context_ != nullptr) asio::post(*context_, std::forward<F>(work));
  }

  /// After this nothing is posted any more. Called before the context is destroyed.
  void close() {
    std::scoped_lock const lock(mutex_);
    context_ = nullptr;
  }

 private:
  std::mutex mutex_;
  asio::io_context* context_;
};

}  // namespace tamga::http
