// SPDX-License-Identifier: Apache-2.0
#include "api/rate_limit.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <string>

namespace tamga::api {

double RateLimiter::filled(Bucket const& bucket, std::int64_t now_us) const {
  double const seconds = static_cast<double>(std::max<std::int64_t>(now_us - bucket.at_us, 0)) / 1e6;
  return std::min(limit_.burst, bucket.tokens + seconds * limit_.per_second);
}

void RateLimiter::make_room(Shard& shard, std::int64_t now_us) const {
  std::erase_if(shard.buckets,
                [&](auto const& entry) { return filled(entry.second, now_us) >= limit_.burst; });
  if (shard.buckets.size() >= kBucketsOfShard) shard.buckets.clear();
}

std::optional<int> RateLimiter::take(std::uint64_t key, std::int64_t now_us) {
  if (limit_.per_second <= 0) return std::nullopt;
  Shard& shard = shards_[(key ^ key >> 32) % kShards];
  std::lock_guard const lock(shard.mutex);
  auto found = shard.buckets.find(key);
  if (found == shard.buckets.end()) {
    if (shard.buckets.size() >= kBucketsOfShard) make_room(shard, now_us);
    found = shard.buckets.emplace(key, Bucket{limit_.burst, now_us}).first;
  }
  Bucket& bucket = found->second;
  bucket.tokens = filled(bucket, now_us);
  bucket.at_us = std::max(bucket.at_us, now_us);
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return std::nullopt;
  }
  return static_cast<int>(std::ceil((1 - bucket.tokens) / limit_.per_second));
}

std::uint64_t address_key(std::string_view address) {
  in6_addr v6{};
  if (address.find(':') != std::string_view::npos &&
      inet_pton(AF_INET6, std::string(address).c_str(), &v6) == 1) {
    std::uint64_t prefix = 0;
    std::memcpy(&prefix, &v6, sizeof prefix);
    return std::hash<std::uint64_t>{}(prefix) ^ 6;
  }
  return std::hash<std::string_view>{}(address);
}

}  // namespace tamga::api
