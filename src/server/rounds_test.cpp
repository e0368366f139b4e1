// SPDX-License-Identifier: Apache-2.0
// What a system does by itself is done in its turn, and at once by whoever cannot wait for it.
#include "server/rounds.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <mutex>

namespace tamga::server {
namespace {

constexpr std::chrono::hours kSeldom{24};
constexpr ErrorKind kBroken{9999, "BROKEN", ErrorClass::Internal, 500};

TEST(Rounds, SettlingDoesEachOnceMoreInTheirOrder) {
  std::mutex mutex;
  std::string done;
  auto const note = [&](char name) {
    return [&done, &mutex, name]() -> Result<void> {
      std::lock_guard const lock(mutex);
      done += name;
      return {};
    };
  };
  Rounds rounds(
      {{"first", kSeldom, note('a')}, {"second", kSeldom, note('b')}, {"third", kSeldom, note('c')}});
  rounds.settle();
  rounds.settle();
  std::lock_guard const lock(mutex);
  // What was done at the start may have been under way when it was asked for.
  EXPECT_TRUE(done.ends_with("abc")) << done;
  EXPECT_GE(done.size(), 6U);
  EXPECT_LE(done.size(), 9U);
}

TEST(Rounds, OneUnderWayIsDoneAgainForWhoAskedMeanwhile) {
  std::promise<void> begun;
  std::promise<void> go_on;
  std::shared_future<void> const may_go = go_on.get_future().share();
  std::atomic<int> times{0};
  Rounds rounds({{"slow", kSeldom, [&]() -> Result<void> {
                    if (times++ == 0) {
                      begun.set_value();
                      may_go.wait();
                    }
                    return {};
                  }}});
  begun.get_future().wait();
  auto const settled = std::async(std::launch::async, [&] { rounds.settle(); });
  EXPECT_EQ(settled.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
  go_on.set_value();
  settled.wait();
  EXPECT_EQ(times, 2);
}

TEST(Rounds, OneThatFailsHoldsUpNobody) {
  std::atomic<int> times{0};
  Rounds rounds({{"failing", kSeldom, [] { return Result<void>(fail(Error(kBroken))); }},
                 {"next", kSeldom, [&]() -> Result<void> {
                    ++times;
                    return {};
                  }}});
  rounds.settle();
  EXPECT_GE(times, 1);
}

}  // namespace
}  // namespace tamga::server
