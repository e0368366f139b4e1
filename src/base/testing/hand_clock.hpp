// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>

#include "base/time.hpp"

namespace tamga {

/// A clock of tests that stands until a test turns its hands: at ten in the morning of 2026-03-01 (UTC),
/// unless it is told otherwise. Safe from any thread.
class HandClock final : public Clock {
 public:
  HandClock()
      : HandClock(UnixMs(std::int64_t{Date::parse("2026-03-01")->days()} * 86'400'000 + 36'000'000)) {}
  explicit HandClock(UnixMs start) : now_(start.value()) {}

  [[nodiscard]] UnixMs now() const override { return UnixMs(now_.load()); }
  void pass(std::int64_t ms) { now_ += ms; }
  void pass(std::chrono::milliseconds time) { now_ += time.count(); }

 private:
  std::atomic<std::int64_t> now_;
};

}  // namespace tamga
