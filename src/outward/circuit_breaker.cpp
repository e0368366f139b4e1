// SPDX-License-Identifier: Apache-2.0
#include "outward/circuit_breaker.hpp"

namespace tamga::outward {

CircuitBreaker::Permit::~Permit() {
  if (breaker_ != nullptr) breaker_->end(false, trial_);
}

void CircuitBreaker::Permit::succeeded() {
  if (breaker_ != nullptr) std::exchange(breaker_, nullptr)->end(true, trial_);
}

std::optional<CircuitBreaker::Permit> CircuitBreaker::ask() {
  std::lock_guard const lock(mutex_);
  if (!open_) return Permit(*this, false);
  if (trying_ || !pause_is_over()) return std::nullopt;
  trying_ = true;
  return Permit(*this, true);
}

CircuitBreaker::State CircuitBreaker::state() const {
  std::lock_guard const lock(mutex_);
  if (!open_) return State::Closed;
  return trying_ || pause_is_over() ? State::HalfOpen : State::Open;
}

bool CircuitBreaker::pause_is_over() const {
  return clock_->now().value() - opened_at_.value() >= limits_.pause.count();
}

void CircuitBreaker::end(bool success, bool trial) {
  std::lock_guard const lock(mutex_);
  if (trial) trying_ = false;
  if (success) {
    failures_ = 0;
    open_ = false;
    return;
  }
  // A call that was let in before the breaker opened may fail late; the pause is not prolonged by it.
  if (open_ && !trial) return;
  if (++failures_ < limits_.failures) return;
  open_ = true;
  opened_at_ = clock_->now();
}

}  // namespace tamga::outward
