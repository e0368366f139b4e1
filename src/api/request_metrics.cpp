// SPDX-License-Identifier: Apache-2.0
#include "api/request_metrics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tamga::api {

RequestMetrics::Methods& RequestMetrics::methods(std::string_view pattern) {
  {
    std::shared_lock const lock(mutex_);
    if (auto const found = routes_.find(pattern); found != routes_.end()) return found->second;
  }
  std::unique_lock const lock(mutex_);
  return routes_[std::string(pattern)];
}

void RequestMetrics::count(http::RequestDone const& done) {
  Route& counted = methods(done.route)[static_cast<std::size_t>(done.method)];
  auto const status_class = static_cast<std::size_t>(std::clamp(done.status / 100, 0, 5));
  auto const us = done.duration.count();
  auto const bucket = std::lower_bound(kBucketsUs.begin(), kBucketsUs.end(), us) - kBucketsUs.begin();
  counted.by_class[status_class].fetch_add(1, std::memory_order_relaxed);
  counted.buckets[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
  counted.total_us.fetch_add(static_cast<std::uint64_t>(us), std::memory_order_relaxed);
}

template <class Visit>
void RequestMetrics::for_each(Visit const& visit) const {
  for (auto const& [pattern, methods] : routes_)
    for (std::size_t i = 0; i < methods.size(); ++i) {
      std::uint64_t total = 0;
      for (auto const& n : methods[i].buckets) total += n.load(std::memory_order_relaxed);
      if (total != 0)
        visit(fmt::format("route=\"{}\",method=\"{}\"", pattern, http::name_of(static_cast<http::Method>(i))),
              methods[i]);
    }
}

void RequestMetrics::append_to(std::string& out) const {
  auto const end = std::back_inserter(out);
  std::shared_lock const lock(mutex_);
  out += "# HELP tamga_requests_total Requests answered.\n# TYPE tamga_requests_total counter\n";
  for_each([&](std::string const& labels, Route const& route) {
    for (std::size_t i = 1; i < route.by_class.size(); ++i)
      if (auto const n = route.by_class[i].load(std::memory_order_relaxed); n != 0)
        fmt::format_to(end, "tamga_requests_total{{{},class=\"{}xx\"}} {}\n", labels, i, n);
  });
  out +=
      "# HELP tamga_request_seconds Time from the head of a request to its answer.\n"
      "# TYPE tamga_request_seconds histogram\n";
  for_each([&](std::string const& labels, Route const& route) {
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < route.buckets.size(); ++i) {
      below += route.buckets[i].load(std::memory_order_relaxed);
      std::string const upper =
          i < kBucketsUs.size() ? fmt::format("{}", static_cast<double>(kBucketsUs[i]) / 1e6) : "+Inf";
      fmt::format_to(end, "tamga_request_seconds_bucket{{{},le=\"{}\"}} {}\n", labels, upper, below);
    }
    fmt::format_to(end, "tamga_request_seconds_sum{{{}}} {}\n", labels,
                   static_cast<double>(route.total_us.load(std::memory_order_relaxed)) / 1e6);
    fmt::format_to(end, "tamga_request_seconds_count{{{}}} {}\n", labels, below);
  });
}

void append_metric(std::string& out, std::string_view name, std::string_view type, std::string_view help,
                   std::int64_t value) {
  fmt::format_to(std::back_inserter(out), "# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n", name, help, type,
                 value);
}

}  // namespace tamga::api
