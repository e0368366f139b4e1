// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "base/random.hpp"
#include "base/result.hpp"
#include "outward/circuit_breaker.hpp"
#include "outward/exchange.hpp"

namespace tamga::outward {

/// How often to ask again. The pause before each further attempt doubles; a random part of up to a half is
/// taken off, so that many callers do not come back together.
struct Patience {
  int attempts = 3;
  std::chrono::milliseconds first_pause{200};
  std::chrono::milliseconds longest_pause{2000};
};

/// Asks one service: repeats what may succeed when repeated, and stops asking while the service is down. For
/// questions that change nothing. Blocks for at most `attempts` times the call's timeout plus the pauses.
/// Safe from any thread.
class PatientCaller {
 public:
  using Sleep = std::function<void(std::chrono::milliseconds)>;
  using Read = std::function<Result<void>(std::string const& body)>;

  /// Clock and rng outlive the caller.
  PatientCaller(Patience patience, BreakerLimits limits, Clock const& clock, Rng& rng, Sleep sleep = {});

  /// What became of the calls since the start.
  struct Counters {
    std::atomic<std::int64_t> answered{0};
    std::atomic<std::int64_t> failed{0};  ///< no answer, or one that is none
    std::atomic<std::int64_t> paused{0};  ///< not asked, because the service is down
  };

  /// Gives the body of an answer with status 200 to `read`. An answer that `read` refuses is not asked for
  /// again, but counts against the service, and the error is passed on. Errors beside: OUTWARD_PAUSED without
  /// a call, OUTWARD_REFUSED for another status, those of exchange().
  Result<void> call(Call const& call, Read const& read);

  /// The answer whatever its status says, but for those that mean the service itself is in trouble (429 and
  /// from 500 on): a service that says no to a question is well. Errors: as of `call`.
  Result<Reply> ask(Call const& call);

  [[nodiscard]] CircuitBreaker::State state() const { return breaker_.state(); }
  [[nodiscard]] Counters const& counters() const { return counters_; }

 private:
  Result<Reply> exchange_repeatedly(Call const& call, int attempts);
  [[nodiscard]] std::chrono::milliseconds pause_after(int attempt);

  Patience patience_;
  CircuitBreaker breaker_;
  Rng* rng_;
  Sleep sleep_;
  Counters counters_;
};

}  // namespace tamga::outward
