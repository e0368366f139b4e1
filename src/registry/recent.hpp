// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <span>
#include <utility>
#include <vector>

namespace tamga::registry {

/// Rows lately asked for, in memory: at most `capacity`, the least asked for half forgotten at once when
/// full. On a store shared with other processes a row is believed for `trusted` only. Safe from any thread.
///
/// A row read from the database may be older than one just written: whoever reads takes `mark()` before, and
/// `remember` drops what has been overtaken since.
template <class Key, class Row, class Hash = std::hash<Key>>
class Recent {
 public:
  using Timer = std::chrono::steady_clock;

  Recent(std::size_t capacity, std::optional<std::chrono::milliseconds> trusted)
      : half_(capacity / 2), trusted_(trusted) {}

  /// Nothing when it is not in memory.
  std::optional<Row> find(Key const& key) const {
    {
      std::shared_lock const lock(mutex_);
      if (auto const found = young_.find(key); found != young_.end()) return fresh(found->second);
      if (!old_.contains(key)) return std::nullopt;
    }
    std::unique_lock const lock(mutex_);
    auto const found = old_.find(key);
    if (found == old_.end()) return std::nullopt;
    Kept kept = std::move(found->second);
    old_.erase(found);
    std::optional<Row> row = fresh(kept);
    if (row) insert(key, std::move(kept));
    return row;
  }

  /// Calls `visit(position, row)` for those of `keys` that were asked for lately, under one lock, and gives
  /// the positions of the others: each a question for `find`.
  template <class Visit>
  std::vector<std::size_t> find_lately(std::span<Key const> keys, Visit&& visit) const {
    std::vector<std::size_t> others;
    std::shared_lock const lock(mutex_);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      auto const found = young_.find(keys[i]);
      if (found != young_.end() && is_fresh(found->second))
        visit(i, found->second.row);
      else
        others.push_back(i);
    }
    return others;
  }

  [[nodiscard]] std::uint64_t mark() const {
    std::shared_lock const lock(mutex_);
    return writes_;
  }
  void remember(Key const& key, Row row, std::uint64_t mark) const {
    std::unique_lock const lock(mutex_);
    if (mark == writes_) insert(key, {std::move(row), Timer::now()});
  }

  /// The row is durable.
  void put(Key const& key, Row row) {
    std::unique_lock const lock(mutex_);
    ++writes_;
    old_.erase(key);
    insert(key, {std::move(row), Timer::now()});
  }
  void forget(Key const& key) {
    std::unique_lock const lock(mutex_);
    ++writes_;
    young_.erase(key);
    old_.erase(key);
  }

  [[nodiscard]] std::size_t size() const {
    std::shared_lock const lock(mutex_);
    return young_.size() + old_.size();
  }

 private:
  struct Kept {
    Row row;
    typename Timer::time_point at;
  };
  [[nodiscard]] bool is_fresh(Kept const& kept) const {
    return !trusted_ || Timer::now() - kept.at <= *trusted_;
  }
  [[nodiscard]] std::optional<Row> fresh(Kept const& kept) const {
    return is_fresh(kept) ? std::optional(kept.row) : std::nullopt;
  }
  void insert(Key const& key, Kept kept) const {
    if (young_.size() >= half_) {
      old_ = std::move(young_);
      young_.clear();
    }
    young_.insert_or_assign(key, std::move(kept));
  }

  std::size_t half_;
  std::optional<std::chrono::milliseconds> trusted_;
  mutable std::shared_mutex mutex_;
  mutable boost::unordered_flat_map<Key, Kept, Hash> young_;
  mutable boost::unordered_flat_map<Key, Kept, Hash> old_;
  std::uint64_t writes_ = 0;
};

/// How long a row is believed that another process may have changed.
inline constexpr std::chrono::milliseconds kTrusted{5'000};

}  // namespace tamga::registry
