// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <chrono>

namespace tamga::bench {

/// Seconds of processor time, user and system, of this process so far.
double own_cpu();
/// Of finished and waited-for children of this process.
double children_cpu();
/// Of a living process with all its descendants, those it has waited for included.
double tree_cpu(pid_t root);

class Stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace tamga::bench
