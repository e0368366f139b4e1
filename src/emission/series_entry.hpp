// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

#include "crypto/serial_permutation.hpp"
#include "emission/series_book.hpp"

namespace tamga::emission {

/// A series with its counter, in the book or still at a desk. Its place in memory never changes.
struct SeriesBook::Entry {
  Entry(Series facts, std::int64_t next) : series(std::move(facts)), next_index(next) {}

  /// Counters only grow; true when it did.
  bool raise(std::int64_t next) {
    std::int64_t before = next_index.load();
    while (before < next && !next_index.compare_exchange_weak(before, next)) {
    }
    return before < next;
  }

  /// Adds indexes that were left out. Before the counter is raised over them: whoever reads the counter first
  /// and the gaps after it never takes a gap for a code.
  void leave_out(std::vector<std::int64_t> const& indexes) {
    if (indexes.empty()) return;
    std::lock_guard const lock(making);
    auto all = std::make_shared<std::vector<std::int64_t>>(gaps ? *gaps : std::vector<std::int64_t>());
    all->insert(all->end(), indexes.begin(), indexes.end());
    std::sort(all->begin(), all->end());
    all->erase(std::unique(all->begin(), all->end()), all->end());
    gaps = std::move(all);
    has_gaps.store(true);
  }
  Gaps left_out() {
    if (!has_gaps.load()) return nullptr;
    std::lock_guard const lock(making);
    return gaps;
  }

  Series series;
  std::atomic<std::int64_t> next_index;
  Entry* next_of_gtin = nullptr;
  std::mutex making;
  std::atomic<bool> has_gaps{false};
  Gaps gaps;
  std::unique_ptr<crypto::SerialPermutation const> made;
  std::atomic<crypto::SerialPermutation const*> permutation{nullptr};
};

}  // namespace tamga::emission
