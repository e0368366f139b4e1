// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
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
  Rounds(Rounds const&) = delete;
  Rounds& operator=(Rounds const&) = delete;

 private:
  void run();

  std::vector<Round> rounds_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace tamga::server
