// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/asio.hpp"

namespace tamga::http {

/// Lets a coroutine sleep until somebody on the same thread has news. A notice given while nobody sleeps is
/// kept; the sleeper looks for itself what the news is.
class Wakeup {
 public:
  explicit Wakeup(asio::io_context& context) : timer_(context, SteadyClock::time_point::max()) {}

  Awaitable<void> wait() {
    while (!notified_) co_await timer_.async_wait(kAwait);
    notified_ = false;
  }
  void notify() {
    notified_ = true;
    timer_.cancel();
  }

 private:
  Timer timer_;
  bool notified_ = false;
};

}  // namespace tamga::http
