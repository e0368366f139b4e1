// SPDX-License-Identifier: Apache-2.0
#include "server/rounds.hpp"

#include <algorithm>

#include "base/log.hpp"

namespace tamga::server {

using SteadyClock = std::chrono::steady_clock;

Rounds::Rounds(std::vector<Round> rounds)
    : rounds_(std::move(rounds)), turns_(rounds_.size(), {SteadyClock::now()}), thread_([this] { run(); }) {}

Rounds::~Rounds() {
  {
    std::lock_guard const lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

std::size_t Rounds::next() const {
  auto const first = std::min_element(turns_.begin(), turns_.end(),
                                      [](Turn const& a, Turn const& b) { return a.due < b.due; });
  return static_cast<std::size_t>(first - turns_.begin());
}

void Rounds::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_ && !rounds_.empty()) {
    std::size_t const at = next();
    if (turns_[at].due > SteadyClock::now()) {
      wake_.wait_until(lock, turns_[at].due);
      continue;
    }
    std::uint64_t const asked = asked_;
    lock.unlock();
    if (auto done = rounds_[at].work(); !done)
      log::write(log::Level::Warn, "round_failed",
                 {{"round", rounds_[at].name}, {"error", describe(done.error())}});
    lock.lock();
    turns_[at] = {SteadyClock::now() + rounds_[at].every, asked};
    if (asked < asked_) turns_[at].due = SteadyClock::now();
    done_.notify_all();
  }
  done_.notify_all();
}

void Rounds::settle() {
  std::unique_lock lock(mutex_);
  std::uint64_t const asked = ++asked_;
  for (Turn& turn : turns_) turn.due = SteadyClock::time_point::min();
  wake_.notify_one();
  done_.wait(lock, [&] {
    return stopping_ ||
           std::all_of(turns_.begin(), turns_.end(), [&](Turn const& turn) { return turn.answers >= asked; });
  });
}

}  // namespace tamga::server
