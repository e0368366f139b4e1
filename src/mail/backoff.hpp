// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

#include "base/random.hpp"

namespace tamga::mail {

/// When a letter is tried again. Each wait is twice the one before it, up to the longest, and a quarter more
/// or less by chance, so that what failed together does not return together. With these figures the tries
/// take about four days: a minute after the first, six hours apart from the tenth on.
struct Backoff {
  std::chrono::milliseconds first = std::chrono::minutes(1);
  std::chrono::milliseconds longest = std::chrono::hours(6);
  int tries = 24;

  /// The wait after so many tries have failed; nothing when it was the last.
  [[nodiscard]] std::optional<std::chrono::milliseconds> after(int failed, Rng& rng) const;
};

}  // namespace tamga::mail
