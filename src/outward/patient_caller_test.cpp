// SPDX-License-Identifier: Apache-2.0
#include "outward/patient_caller.hpp"

#include <gtest/gtest.h>

#include "outward/errors.hpp"
#include "outward/testing/raw_service.hpp"

namespace tamga::outward {
namespace {

using testing::RawService;
using testing::reply;
using namespace std::chrono_literals;
using State = CircuitBreaker::State;

class HandClock final : public Clock {
 public:
  [[nodiscard]] UnixMs now() const override { return UnixMs(now_); }
  void pass(std::chrono::milliseconds time) { now_ += time.count(); }

 private:
  std::int64_t now_ = 1'700'000'000'000;
};

Result<void> accept(std::string const&) { return {}; }

class PatientCallerTest : public ::testing::Test {
 protected:
  PatientCaller caller(Patience patience = {}) {
    return PatientCaller(patience, {.failures = 2, .pause = 30s}, clock, rng,
                         [this](std::chrono::milliseconds pause) { pauses.push_back(pause); });
  }
  Call call() const { return {.url = service.url("/"), .timeout = 500ms, .most_bytes = 100}; }

  HandClock clock;
  SystemRng rng;
  std::vector<std::chrono::milliseconds> pauses;
  std::atomic<int> status = 200;
  std::atomic<int> broken = 0;  // so many answers yet are none
  RawService service{[this](auto const&) { return broken-- > 0 ? std::string() : reply(status, "text"); }};
};

// Pauses double and are shortened at random, never below a half.
TEST_F(PatientCallerTest, AsksAgainAfterGrowingPauses) {
  broken = 3;
  PatientCaller patient = caller({.attempts = 4, .first_pause = 100ms, .longest_pause = 300ms});
  std::string text;
  EXPECT_TRUE(patient.call(call(), [&](std::string const& body) -> Result<void> {
    text = body;
    return {};
  }));
  EXPECT_EQ(text, "text");
  EXPECT_EQ(service.requests(), 4);
  ASSERT_EQ(pauses.size(), 3U);
  std::array const longest{100ms, 200ms, 300ms};
  for (std::size_t i = 0; i < pauses.size(); ++i) {
    EXPECT_LE(pauses[i], longest[i]);
    EXPECT_GE(pauses[i], longest[i] / 2);
  }
  EXPECT_EQ(patient.state(), State::Closed);
}

TEST_F(PatientCallerTest, RepeatsOnlyWhatMayPass) {
  PatientCaller patient = caller();
  for (int const passing : {429, 500, 503}) {
    status = passing;
    int const before = service.requests();
    PatientCaller fresh = caller();
    EXPECT_TRUE(fresh.call(call(), accept).error().is(kOutwardRefused));
    EXPECT_EQ(service.requests() - before, 3) << passing;
  }
  for (int const lasting : {302, 400, 403, 404}) {
    status = lasting;
    int const before = service.requests();
    PatientCaller fresh = caller();
    EXPECT_TRUE(fresh.call(call(), accept).error().is(kOutwardRefused));
    EXPECT_EQ(service.requests() - before, 1) << lasting;
  }
}

// Down: nobody waits any more. After the pause one asks, once, and its luck decides for all.
TEST_F(PatientCallerTest, StopsAskingWhileTheServiceIsDown) {
  PatientCaller patient = caller();
  status = 503;
  EXPECT_FALSE(patient.call(call(), accept));
  EXPECT_EQ(patient.state(), State::Closed);
  EXPECT_FALSE(patient.call(call(), accept));
  EXPECT_EQ(patient.state(), State::Open);
  int const asked = service.requests();
  EXPECT_TRUE(patient.call(call(), accept).error().is(kOutwardPaused));
  clock.pass(29s);
  EXPECT_TRUE(patient.call(call(), accept).error().is(kOutwardPaused));
  EXPECT_EQ(service.requests(), asked);
  clock.pass(1s);
  EXPECT_EQ(patient.state(), State::HalfOpen);
  EXPECT_TRUE(patient.call(call(), accept).error().is(kOutwardRefused));
  EXPECT_EQ(service.requests(), asked + 1);
  EXPECT_EQ(patient.state(), State::Open);
  clock.pass(30s);
  status = 200;
  EXPECT_TRUE(patient.call(call(), accept));
  EXPECT_EQ(patient.state(), State::Closed);
}

// An answer that nobody understands is as bad as none, but asking again would bring the same.
TEST_F(PatientCallerTest, AnswersThatAreNotUnderstoodCountAgainstTheService) {
  PatientCaller patient = caller();
  auto const refuse = [](std::string const&) -> Result<void> { return fail(kOutwardTooLarge); };
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(patient.call(call(), refuse).error().is(kOutwardTooLarge));
  EXPECT_EQ(service.requests(), 2);
  EXPECT_EQ(patient.state(), State::Open);
}

TEST(CircuitBreaker, OneMayTryAtATimeAndSilenceIsFailure) {
  HandClock clock;
  CircuitBreaker breaker({.failures = 1, .pause = 1s}, clock);
  { auto const lost = breaker.ask(); }
  EXPECT_EQ(breaker.state(), State::Open);
  clock.pass(1s);
  auto trial = breaker.ask();
  ASSERT_TRUE(trial);
  EXPECT_TRUE(trial->trial());
  EXPECT_FALSE(breaker.ask());
  EXPECT_EQ(breaker.state(), State::HalfOpen);
  trial->succeeded();
  EXPECT_EQ(breaker.state(), State::Closed);
  EXPECT_FALSE(breaker.ask()->trial());
}

// Who was let in before the breaker opened ends late: neither the trial nor the pause is touched by it.
TEST(CircuitBreaker, LateFailuresChangeNothing) {
  HandClock clock;
  CircuitBreaker breaker({.failures = 1, .pause = 1s}, clock);
  auto late = breaker.ask();
  auto later = breaker.ask();
  { auto const lost = breaker.ask(); }
  clock.pass(900ms);
  { auto const ended = std::move(*late); }
  clock.pass(100ms);
  auto trial = breaker.ask();
  ASSERT_TRUE(trial);
  { auto const ended = std::move(*later); }
  EXPECT_FALSE(breaker.ask());
}

// Failures count only in a row.
TEST(CircuitBreaker, ASuccessForgetsFailures) {
  HandClock clock;
  CircuitBreaker breaker({.failures = 2, .pause = 1s}, clock);
  for (int i = 0; i < 5; ++i) {
    { auto const lost = breaker.ask(); }
    breaker.ask()->succeeded();
  }
  EXPECT_EQ(breaker.state(), State::Closed);
}

}  // namespace
}  // namespace tamga::outward
