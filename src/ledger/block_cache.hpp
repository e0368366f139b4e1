// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <boost/unordered/unordered_flat_map.hpp>
#include <deque>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <span>
#include <string>
#include <vector>

#include "ledger/batch.hpp"

namespace tamga::ledger {

/// The blocks of a write-behind ledger in memory: the published state of every block that was touched lately,
/// which of them are not in the database yet, and the histories that wait with them.
///
/// Readers take a shared lock for a whole question; the one writer publishes with a short exclusive lock.
/// Clean blocks are dropped when memory is over its limit; dirty ones never.
class BlockCache {
 public:
  explicit BlockCache(std::size_t limit_bytes) : limit_bytes_(limit_bytes) {}

  /// A history chunk that is not in the database yet; `sequence` is the block's version after it.
  struct PendingChunk {
    std::int64_t sequence;
    std::string bytes;
  };
  struct DirtyBlock {
    BlockNo number;
    PublishedBlock published;
    std::vector<PendingChunk> chunks;
    std::int64_t events = 0;  ///< bytes of history in its row once it is written
  };

  /// Fills what is known; returns the positions in `wanted` that are not.
  std::vector<std::size_t> find(std::span<BlockNo const> wanted, std::span<PublishedBlock> found) const;
  [[nodiscard]] std::optional<PublishedBlock> find(BlockNo number) const;

  /// States of single codes under one lock; positions whose block is not in memory are returned.
  std::vector<std::size_t> states(std::span<CodeNo const> codes, std::span<CodeState> states) const;

  /// Remembers what a reader loaded, unless the writer was faster or a flush happened since `epoch()` was
  /// asked.
  void remember(std::uint64_t epoch, std::span<BlockNo const> numbers,
                std::span<PublishedBlock const> blocks);
  [[nodiscard]] std::uint64_t epoch() const { return epoch_.load(std::memory_order_acquire); }

  /// The writer's results become what everybody sees. `applied` is the last document of the batch.
  void publish(std::deque<Batch::Staged>& staged, AppliedNo applied);

  /// Up to `count` dirty blocks in ascending order, continuing where the last call stopped; empty when a
  /// sweep ends. `sweep_start` is the last document that was applied when the sweep began: once the sweep has
  /// ended and all it gave is durable, every document up to it is in the database.
  std::vector<DirtyBlock> next_dirty(std::size_t count);
  /// The blocks are in the database as given; they stay dirty if they changed since.
  void flushed(std::span<DirtyBlock const> written);
  [[nodiscard]] std::optional<AppliedNo> finished_sweep();
  [[nodiscard]] bool sweep_running() const;

  [[nodiscard]] std::size_t dirty_count() const { return dirty_count_.load(std::memory_order_relaxed); }
  [[nodiscard]] std::size_t memory_bytes() const;
  /// History of a block that only memory has, oldest first.
  [[nodiscard]] std::vector<PendingChunk> pending(BlockNo number) const;

 private:
  struct Entry {
    PublishedBlock published;
    std::vector<PendingChunk> chunks;
    bool dirty = false;
  };
  /// Small, so that the table of a hundred thousand blocks stays near the processor; what a check looks for
  /// lies in it.
  struct Slot {
    Block const* block = nullptr;
    std::unique_ptr<Entry> entry = std::make_unique<Entry>();
    void set(PublishedBlock published) {
      block = published.block.get();
      entry->published = std::move(published);
    }
  };
  void states_of_some(std::span<CodeNo const> codes, std::span<CodeState> states, std::size_t first,
                      std::vector<std::size_t>& missing) const;
  void evict();

  mutable std::shared_mutex mutex_;
  boost::unordered_flat_map<std::int64_t, Slot> slots_;
  std::vector<std::int64_t> sweep_;  // descending, so that the next block is at the back
  bool sweep_running_ = false;
  AppliedNo sweep_start_;
  AppliedNo last_applied_;
  std::size_t bytes_ = 0;
  std::size_t limit_bytes_;
  std::atomic<std::size_t> dirty_count_{0};
  std::atomic<std::uint64_t> epoch_{0};
};

}  // namespace tamga::ledger
