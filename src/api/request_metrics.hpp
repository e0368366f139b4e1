// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>

#include "http/options.hpp"

namespace tamga::api {

/// How many requests each route answered, how, and how fast. Safe from any thread.
class RequestMetrics {
 public:
  void count(http::RequestDone const& done);
  /// Appends Prometheus text.
  void append_to(std::string& out) const;

  /// Upper ends of the buckets in microseconds.
  static constexpr std::array<std::int64_t, 9> kBucketsUs{100,     500,     1'000,     5'000,     25'000,
                                                          100'000, 500'000, 2'000'000, 10'000'000};

 private:
  struct Route {
    std::array<std::atomic<std::uint64_t>, 6> by_class{};
    std::array<std::atomic<std::uint64_t>, kBucketsUs.size() + 1> buckets{};
    std::atomic<std::uint64_t> total_us{0};
  };
  using Methods = std::array<Route, http::kMethodCount>;
  Methods& methods(std::string_view pattern);
  /// Calls `visit(labels, route)` for every route and method that was called.
  template <class Visit>
  void for_each(Visit const& visit) const;

  mutable std::shared_mutex mutex_;
  std::map<std::string, Methods, std::less<>> routes_;  // by pattern
};

/// Appends one value: its help, type, name and number.
void append_metric(std::string& out, std::string_view name, std::string_view type, std::string_view help,
                   std::int64_t value);

}  // namespace tamga::api
