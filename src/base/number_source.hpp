// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <mutex>

#include "base/time.hpp"

namespace tamga {

/// Numbers that grow with time and never repeat: milliseconds << 20 | lane << 12 | counter. Every writing
/// process has a lane of its own, so no two processes make the same number and none asks a database for one.
/// When the clock stands still or goes back, counting goes on from the last number. Safe from any thread.
class NumberSource {
 public:
  static constexpr int kLaneBits = 8;
  static constexpr int kCounterBits = 12;

  /// `after`: the largest number this lane has used, from the database.
  NumberSource(Clock const& clock, std::int64_t lane, std::int64_t after = 0)
      : clock_(&clock), lane_(lane & ((1 << kLaneBits) - 1)), last_(after) {}

  std::int64_t next() {
    std::lock_guard const lock(mutex_);
    std::int64_t const fresh =
        (clock_->now().value() << (kLaneBits + kCounterBits)) | (lane_ << kCounterBits);
    if (fresh > last_) return last_ = fresh;
    // The same millisecond or an earlier one: count up; a full counter borrows from the next millisecond.
    constexpr std::int64_t kCounters = std::int64_t{1} << kCounterBits;
    std::int64_t const counted = last_ + 1;
    if ((counted & (kCounters - 1)) != 0) return last_ = counted;
    std::int64_t const ms = (last_ >> (kLaneBits + kCounterBits)) + 1;
    return last_ = (ms << (kLaneBits + kCounterBits)) | (lane_ << kCounterBits);
  }

  [[nodiscard]] std::int64_t lane() const { return lane_; }

  /// When a number was made.
  static UnixMs moment_of(std::int64_t number) { return UnixMs(number >> (kLaneBits + kCounterBits)); }

 private:
  Clock const* clock_;
  std::int64_t lane_;
  std::mutex mutex_;
  std::int64_t last_;
};

}  // namespace tamga
