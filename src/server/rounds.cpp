// SPDX-License-Identifier: Apache-2.0
#include "server/rounds.hpp"

#include <algorithm>

#include "base/log.hpp"

namespace tamga::server {

using SteadyClock = std::chrono::steady_clock;

Rounds::Rounds(std::vector<Round> rounds) : rounds_(std::move(rounds)), thread_([this] { run(); }) {}

Rounds::~Rounds() {
  {
    std::lock_guard const lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Rounds::run() {
  std::vector<SteadyClock::time_point> due(rounds_.size(), SteadyClock::now());
  std::unique_lock lock(mutex_);
  while (!stopping_ && !rounds_.empty()) {
    auto const next = std::min_element(due.begin(), due.end());
    if (wake_.wait_until(lock, *next, [this] { return stopping_; })) return;
    Round const& round = rounds_[static_cast<std::size_t>(next - due.begin())];
    lock.unlock();
    if (auto done = round.work(); !done)
      log::write(log::Level::Warn, "round_failed",
                 {{"round", round.name}, {"error", describe(done.error())}});
    *next = SteadyClock::now() + round.every;
    lock.lock();
  }
}

}  // namespace tamga::server
