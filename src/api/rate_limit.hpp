// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace tamga::api {

/// `burst` requests at once, then `per_second`. A rate of 0: no limit.
struct RateLimit {
  double per_second = 0;
  double burst = 0;
};

/// Token buckets, one a key: the address or the participant that calls. Memory is bounded: buckets that are
/// full again are forgotten, and when all are in use all are, which lets some through rather than nobody.
/// Safe from any thread.
class RateLimiter {
 public:
  explicit RateLimiter(RateLimit limit) : limit_(limit) {}

  /// Takes one. When there is none: whole seconds until there will be. `now_us`: of a clock that never goes
  /// back.
  std::optional<int> take(std::uint64_t key, std::int64_t now_us);

  static constexpr std::size_t kShards = 16;
  static constexpr std::size_t kBucketsOfShard = 8'192;

 private:
  struct Bucket {
    double tokens;
    std::int64_t at_us;
  };
  struct Shard {
    std::mutex mutex;
    std::unordered_map<std::uint64_t, Bucket> buckets;
  };
  [[nodiscard]] double filled(Bucket const& bucket, std::int64_t now_us) const;
  void make_room(Shard& shard, std::int64_t now_us) const;

  RateLimit limit_;
  std::array<Shard, kShards> shards_;
};

/// The key of an address: an IPv6 address counts with its /64, which is what one subscriber has.
std::uint64_t address_key(std::string_view address);

}  // namespace tamga::api
