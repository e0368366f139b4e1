// SPDX-License-Identifier: Apache-2.0
#include "api/rate_limit.hpp"

#include <gtest/gtest.h>

namespace tamga::api {
namespace {

constexpr std::int64_t kSecond = 1'000'000;

TEST(RateLimit, ABurstThenASteadyRate) {
  RateLimiter limiter({.per_second = 2, .burst = 3});
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(limiter.take(7, 0));
  EXPECT_EQ(limiter.take(7, 0), 1);
  EXPECT_FALSE(limiter.take(8, 0)) << "others are not concerned";
  EXPECT_FALSE(limiter.take(7, kSecond / 2));
  EXPECT_TRUE(limiter.take(7, kSecond / 2));
  for (int i = 0; i < 3; ++i)
    EXPECT_FALSE(limiter.take(7, 100 * kSecond)) << "it fills to the burst and no further";
  EXPECT_TRUE(limiter.take(7, 100 * kSecond));
}

TEST(RateLimit, SaysHowLongToWait) {
  RateLimiter limiter({.per_second = 0.1, .burst = 1});
  EXPECT_FALSE(limiter.take(7, 0));
  EXPECT_EQ(limiter.take(7, 0), 10);
  EXPECT_EQ(limiter.take(7, 4 * kSecond), 6);
}

TEST(RateLimit, NoRateIsNoLimit) {
  RateLimiter limiter({});
  for (int i = 0; i < 1000; ++i) EXPECT_FALSE(limiter.take(7, 0));
}

// Many addresses do not fill the memory, and those that used up theirs are not forgotten for the sake of idle
// ones.
TEST(RateLimit, IdleBucketsMakeRoom) {
  RateLimiter limiter({.per_second = 1, .burst = 2});
  std::uint64_t const key = 16;
  for (std::uint64_t other = 32; other < 16 * RateLimiter::kBucketsOfShard; other += 16)
    limiter.take(other, 0);
  EXPECT_FALSE(limiter.take(key, 10 * kSecond));
  EXPECT_FALSE(limiter.take(key, 10 * kSecond));
  for (std::uint64_t other = 32 * RateLimiter::kBucketsOfShard;
       other < 32 * RateLimiter::kBucketsOfShard + 160; other += 16)
    limiter.take(other, 10 * kSecond);
  EXPECT_TRUE(limiter.take(key, 10 * kSecond));
}

TEST(RateLimit, ASubscriberOfIpv6IsOneCaller) {
  EXPECT_EQ(address_key("2001:db8:1:2:3:4:5:6"), address_key("2001:db8:1:2::1"));
  EXPECT_NE(address_key("2001:db8:1:2::1"), address_key("2001:db8:1:3::1"));
  EXPECT_NE(address_key("10.0.0.1"), address_key("10.0.0.2"));
}

}  // namespace
}  // namespace tamga::api
