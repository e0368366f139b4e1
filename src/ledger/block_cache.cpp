// SPDX-License-Identifier: Apache-2.0
#include "ledger/block_cache.hpp"

#include <algorithm>
#include <mutex>

namespace tamga::ledger {
namespace {

constexpr std::size_t kEntryOverhead = 96;

std::size_t cost(PublishedBlock const& published) {
  return kEntryOverhead + (published.block ? published.block->memory_bytes() : 0);
}

}  // namespace

std::vector<std::size_t> BlockCache::find(std::span<BlockNo const> wanted,
                                          std::span<PublishedBlock> found) const {
  std::vector<std::size_t> missing;
  std::shared_lock const lock(mutex_);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    auto const entry = entries_.find(wanted[i].value());
    if (entry == entries_.end())
      missing.push_back(i);
    else
      found[i] = entry->second.published;
  }
  return missing;
}

std::optional<PublishedBlock> BlockCache::find(BlockNo number) const {
  std::shared_lock const lock(mutex_);
  auto const entry = entries_.find(number.value());
  if (entry == entries_.end()) return std::nullopt;
  return entry->second.published;
}

std::vector<std::size_t> BlockCache::states(std::span<CodeNo const> codes,
                                            std::span<CodeState> states) const {
  std::vector<std::size_t> missing;
  std::shared_lock const lock(mutex_);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    auto const entry = entries_.find(block_of(codes[i]).value());
    if (entry == entries_.end())
      missing.push_back(i);
    else if (Block const* block = entry->second.published.block.get())
      states[i] = block->at(offset_of(codes[i]));
    else
      states[i] = CodeState{};
  }
  return missing;
}

void BlockCache::remember(std::uint64_t epoch, std::span<BlockNo const> numbers,
                          std::span<PublishedBlock const> blocks) {
  std::unique_lock const lock(mutex_);
  if (epoch_.load(std::memory_order_relaxed) != epoch) return;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    auto const [entry, added] = entries_.try_emplace(numbers[i].value());
    if (!added) continue;
    entry->second.published = blocks[i];
    bytes_ += cost(blocks[i]);
  }
  evict();
}

void BlockCache::publish(std::deque<Batch::Staged>& staged, AppliedNo applied) {
  std::vector<std::shared_ptr<Block const>> fresh;
  std::vector<std::string> chunks;
  fresh.reserve(staged.size());
  chunks.reserve(staged.size());
  for (auto& one : staged) {
    fresh.push_back(std::make_shared<Block const>(std::move(one.block)));
    chunks.push_back(std::move(one.events).finish());
  }
  std::unique_lock const lock(mutex_);
  last_applied_ = applied;
  for (std::size_t i = 0; i < staged.size(); ++i) {
    Entry& entry = entries_[staged[i].number.value()];
    if (entry.published.version != 0 || entry.published.block)
      bytes_ -= std::min(bytes_, cost(entry.published));
    entry.published = {std::move(fresh[i]), staged[i].base_version + 1, applied};
    bytes_ += cost(entry.published);
    entry.chunks.push_back({entry.published.version, std::move(chunks[i])});
    if (!entry.dirty) {
      entry.dirty = true;
      dirty_count_.fetch_add(1, std::memory_order_relaxed);
    }
  }
  evict();
}

std::vector<BlockCache::DirtyBlock> BlockCache::next_dirty(std::size_t count) {
  std::unique_lock const lock(mutex_);
  if (!sweep_running_) {
    sweep_running_ = true;
    sweep_start_ = last_applied_;
    sweep_.clear();
    for (auto const& [number, entry] : entries_)
      if (entry.dirty) sweep_.push_back(number);
    std::sort(sweep_.begin(), sweep_.end(), std::greater<>());
  }
  std::vector<DirtyBlock> next;
  while (next.size() < count && !sweep_.empty()) {
    auto const entry = entries_.find(sweep_.back());
    if (entry != entries_.end() && entry->second.dirty)
      next.push_back({BlockNo(sweep_.back()), entry->second.published, entry->second.chunks});
    sweep_.pop_back();
  }
  return next;
}

void BlockCache::flushed(std::span<DirtyBlock const> written) {
  std::unique_lock const lock(mutex_);
  epoch_.fetch_add(1, std::memory_order_release);
  for (DirtyBlock const& one : written) {
    Entry& entry = entries_.find(one.number.value())->second;
    entry.chunks.erase(entry.chunks.begin(),
                       entry.chunks.begin() + static_cast<std::ptrdiff_t>(one.chunks.size()));
    if (entry.published.version == one.published.version) {
      entry.dirty = false;
      dirty_count_.fetch_sub(1, std::memory_order_relaxed);
    }
  }
  evict();
}

std::optional<AppliedNo> BlockCache::finished_sweep() {
  std::unique_lock const lock(mutex_);
  if (!sweep_running_ || !sweep_.empty()) return std::nullopt;
  sweep_running_ = false;
  return sweep_start_;
}

std::size_t BlockCache::memory_bytes() const {
  std::shared_lock const lock(mutex_);
  return bytes_;
}

std::vector<BlockCache::PendingChunk> BlockCache::pending(BlockNo number) const {
  std::shared_lock const lock(mutex_);
  auto const entry = entries_.find(number.value());
  return entry == entries_.end() ? std::vector<PendingChunk>{} : entry->second.chunks;
}

void BlockCache::evict() {
  if (bytes_ <= limit_bytes_) return;
  // One pass over the table in its own (hashed, so random) order, down to seven eighths of the limit.
  std::size_t const target = limit_bytes_ - limit_bytes_ / 8;
  for (auto entry = entries_.begin(); entry != entries_.end() && bytes_ > target;) {
    if (entry->second.dirty) {
      ++entry;
      continue;
    }
    bytes_ -= std::min(bytes_, cost(entry->second.published));
    entries_.erase(entry++);
  }
}

}  // namespace tamga::ledger
