// SPDX-License-Identifier: Apache-2.0
#include "outward/patient_caller.hpp"

#include <algorithm>
#include <thread>

#include "outward/errors.hpp"

namespace tamga::outward {
namespace {

constexpr int kOk = 200;
constexpr int kTooManyRequests = 429;
constexpr int kServersFault = 500;

/// Whether the same question may get another answer soon.
bool may_pass(Result<Reply> const& reply) {
  if (!reply) return reply.error().is(kOutwardFailed);
  return reply->status == kTooManyRequests || reply->status >= kServersFault;
}

Error refused(Reply const& reply) {
  return Error(kOutwardRefused).with("status", std::to_string(reply.status));
}

tl::unexpected<Error> refuse(std::atomic<std::int64_t>& counter, Error error) {
  ++counter;
  return fail(std::move(error));
}

}  // namespace

PatientCaller::PatientCaller(Patience patience, BreakerLimits limits, Clock const& clock, Rng& rng,
                             Sleep sleep)
    : patience_(patience), breaker_(limits, clock), rng_(&rng), sleep_(std::move(sleep)) {
  if (!sleep_) sleep_ = [](std::chrono::milliseconds pause) { std::this_thread::sleep_for(pause); };
}

std::chrono::milliseconds PatientCaller::pause_after(int attempt) {
  auto pause = patience_.first_pause;
  for (int i = 1; i < attempt && pause < patience_.longest_pause; ++i) pause *= 2;
  pause = std::min(pause, patience_.longest_pause);
  std::byte byte{};
  rng_->fill(std::span(&byte, 1));
  return pause - pause * std::to_integer<int>(byte) / 512;
}

Result<Reply> PatientCaller::exchange_repeatedly(Call const& call, int attempts) {
  for (int attempt = 1;; ++attempt) {
    auto reply = exchange(call);
    if (attempt >= attempts || !may_pass(reply)) return reply;
    sleep_(pause_after(attempt));
  }
}

Result<void> PatientCaller::call(Call const& call, Read const& read) {
  auto permit = breaker_.ask();
  if (!permit) return refuse(counters_.paused, Error(kOutwardPaused));
  auto const reply = exchange_repeatedly(call, permit->trial() ? 1 : patience_.attempts);
  if (!reply) return refuse(counters_.failed, reply.error());
  if (reply->status != kOk) return refuse(counters_.failed, refused(*reply));
  if (auto understood = read(reply->body); !understood) return refuse(counters_.failed, understood.error());
  permit->succeeded();
  ++counters_.answered;
  return {};
}

Result<Reply> PatientCaller::ask(Call const& call) {
  auto permit = breaker_.ask();
  if (!permit) return refuse(counters_.paused, Error(kOutwardPaused));
  auto reply = exchange_repeatedly(call, permit->trial() ? 1 : patience_.attempts);
  if (!reply) return refuse(counters_.failed, reply.error());
  if (may_pass(reply)) return refuse(counters_.failed, refused(*reply));
  permit->succeeded();
  ++counters_.answered;
  return reply;
}

}  // namespace tamga::outward
