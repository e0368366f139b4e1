// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <mutex>

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

  Series series;
  std::atomic<std::int64_t> next_index;
  Entry* next_of_gtin = nullptr;
  std::mutex making;
  std::unique_ptr<crypto::SerialPermutation const> made;
  std::atomic<crypto::SerialPermutation const*> permutation{nullptr};
};

}  // namespace tamga::emission
