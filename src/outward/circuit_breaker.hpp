// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <utility>

#include "base/time.hpp"

namespace tamga::outward {

struct BreakerLimits {
  int failures = 5;                                            ///< in a row, until nobody calls any more
  std::chrono::milliseconds pause = std::chrono::seconds(30);  ///< until one may try again
};

/// Keeps callers from waiting for a service that is down. Closed: everybody may call. After so many failures
/// in a row open: nobody may. After the pause half-open: one may try; its success closes, its failure opens
/// again. Safe from any thread; it outlives its permits.
class CircuitBreaker {
 public:
  enum class State : std::uint8_t { Closed, Open, HalfOpen };

  /// The right to call once. Dropped without a word it counts as a failure, so a call that ends by an
  /// exception leaves nothing half-open.
  class Permit {
   public:
    Permit(Permit&& other) noexcept
        : breaker_(std::exchange(other.breaker_, nullptr)), trial_(other.trial_) {}
    Permit& operator=(Permit&&) = delete;
    ~Permit();
    void succeeded();
    /// The one call of the half-open state: it should not be repeated.
    [[nodiscard]] bool trial() const { return trial_; }

   private:
    friend class CircuitBreaker;
    Permit(CircuitBreaker& breaker, bool trial) : breaker_(&breaker), trial_(trial) {}
    CircuitBreaker* breaker_;
    bool trial_;
  };

  CircuitBreaker(BreakerLimits limits, Clock const& clock) : limits_(limits), clock_(&clock) {}

  /// Nothing when calling is of no use now.
  std::optional<Permit> ask();
  [[nodiscard]] State state() const;

 private:
  void end(bool success, bool trial);
  [[nodiscard]] bool pause_is_over() const;

  BreakerLimits limits_;
  Clock const* clock_;
  mutable std::mutex mutex_;
  int failures_ = 0;
  bool open_ = false;
  bool trying_ = false;
  UnixMs opened_at_;
};

}  // namespace tamga::outward
