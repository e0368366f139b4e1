// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>

#include "base/time.hpp"

namespace tamga::scenario {

/// A clock whose hands the scenario moves. It starts at nine in the morning (UTC) of the first scenario day
/// and goes a millisecond forward with every action, so that what happens later has a later time.
class HandClock final : public Clock {
 public:
  static constexpr char const* kFirstDay = "2026-03-02";

  [[nodiscard]] UnixMs now() const override { return UnixMs(now_); }
  void forward(std::int64_t milliseconds) { now_ += milliseconds; }

 private:
  std::atomic<std::int64_t> now_{Date::parse(kFirstDay)->days() * std::int64_t{86'400'000} + 9 * 3'600'000};
};

}  // namespace tamga::scenario
