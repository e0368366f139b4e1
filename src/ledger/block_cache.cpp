// SPDX-License-Identifier: Apache-2.0
#include "ledger/block_cache.hpp"

#include <algorithm>
#include <array>
#include <mutex>

namespace tamga::ledger {
namespace {

constexpr std::size_t kEntryOverhead = 144;
/// Codes looked up in step with one another.
constexpr std::size_t kStage = 128;

std::size_t cost(PublishedBlock const& published) {
  return kEntryOverhead + (published.block ? published.block->memory_bytes() : 0);
}

}  // namespace

std::vector<std::size_t> BlockCache::find(std::span<BlockNo const> wanted,
                                          std::span<PublishedBlock> found) const {
  std::vector<std::size_t> missing;
  std::array<Entry const*, kStage> entries;
  std::shared_lock const lock(mutex_);
  for (std::size_t first = 0; first < wanted.size(); first += kStage) {
    std::size_t const count = std::min(kStage, wanted.size() - first);
    for (std::size_t i = 0; i < count; ++i) {
      auto const slot = slots_.find(wanted[first + i].value());
      entries[i] = slot == slots_.end() ? nullptr : slot->second.entry.get();
      if (slot == slots_.end()) {
        missing.push_back(first + i);
        continue;
      }
      __builtin_prefetch(entries[i]);
      __builtin_prefetch(slot->second.block, 1);  // its count of owners will be written
    }
    for (std::size_t i = 0; i < count; ++i)
      if (entries[i] != nullptr) found[first + i] = entries[i]->published;
  }
  return missing;
}

std::optional<PublishedBlock> BlockCache::find(BlockNo number) const {
  std::shared_lock const lock(mutex_);
  auto const slot = slots_.find(number.value());
  if (slot == slots_.end()) return std::nullopt;
  return slot->second.entry->published;
}

std::vector<std::size_t> BlockCache::states(std::span<CodeNo const> codes,
                                            std::span<CodeState> states) const {
  std::vector<std::size_t> missing;
  std::shared_lock const lock(mutex_);
  for (std::size_t first = 0; first < codes.size(); first += kStage) {
    std::size_t const count = std::min(kStage, codes.size() - first);
    states_of_some(codes.subspan(first, count), states.subspan(first, count), first, missing);
  }
  return missing;
}

/// Table, block, beginnings of runs, state: four misses of the cache that depend on one another, so each step
/// is done for all codes before the next.
void BlockCache::states_of_some(std::span<CodeNo const> codes, std::span<CodeState> states, std::size_t first,
                                std::vector<std::size_t>& missing) const {
  std::array<Block const*, kStage> blocks;
  std::array<CodeState const*, kStage> found;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    auto const slot = slots_.find(block_of(codes[i]).value());
    blocks[i] = slot == slots_.end() ? nullptr : slot->second.block;
    if (slot == slots_.end()) missing.push_back(first + i);
    __builtin_prefetch(blocks[i]);
  }
  for (std::size_t i = 0; i < codes.size(); ++i)
    if (blocks[i] != nullptr) blocks[i]->prefetch();
  for (std::size_t i = 0; i < codes.size(); ++i) {
    found[i] = blocks[i] != nullptr ? blocks[i]->find(offset_of(codes[i])) : nullptr;
    __builtin_prefetch(found[i]);
  }
  for (std::size_t i = 0; i < codes.size(); ++i) states[i] = found[i] != nullptr ? *found[i] : CodeState{};
}

void BlockCache::remember(std::uint64_t epoch, std::span<BlockNo const> numbers,
                          std::span<PublishedBlock const> blocks) {
  std::unique_lock const lock(mutex_);
  if (epoch_.load(std::memory_order_relaxed) != epoch) return;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    auto const [slot, added] = slots_.try_emplace(numbers[i].value());
    if (!added) continue;
    slot->second.set(blocks[i]);
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
    Slot& slot = slots_[staged[i].number.value()];
    Entry& entry = *slot.entry;
    if (entry.published.version != 0 || entry.published.block)
      bytes_ -= std::min(bytes_, cost(entry.published));
    slot.set({std::move(fresh[i]), staged[i].base_version + 1, applied, staged[i].base_events});
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
    for (auto const& [number, slot] : slots_)
      if (slot.entry->dirty) sweep_.push_back(number);
    std::sort(sweep_.begin(), sweep_.end(), std::greater<>());
  }
  std::vector<DirtyBlock> next;
  while (next.size() < count && !sweep_.empty()) {
    auto const slot = slots_.find(sweep_.back());
    if (slot != slots_.end() && slot->second.entry->dirty)
      next.push_back({BlockNo(sweep_.back()), slot->second.entry->published, slot->second.entry->chunks, 0});
    sweep_.pop_back();
  }
  return next;
}

void BlockCache::flushed(std::span<DirtyBlock const> written) {
  std::unique_lock const lock(mutex_);
  epoch_.fetch_add(1, std::memory_order_release);
  for (DirtyBlock const& one : written) {
    Entry& entry = *slots_.find(one.number.value())->second.entry;
    entry.chunks.erase(entry.chunks.begin(),
                       entry.chunks.begin() + static_cast<std::ptrdiff_t>(one.chunks.size()));
    entry.published.events = one.events;
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

bool BlockCache::sweep_running() const {
  std::shared_lock const lock(mutex_);
  return sweep_running_;
}

std::size_t BlockCache::memory_bytes() const {
  std::shared_lock const lock(mutex_);
  return bytes_;
}

std::vector<BlockCache::PendingChunk> BlockCache::pending(BlockNo number) const {
  std::shared_lock const lock(mutex_);
  auto const slot = slots_.find(number.value());
  return slot == slots_.end() ? std::vector<PendingChunk>{} : slot->second.entry->chunks;
}

void BlockCache::evict() {
  if (bytes_ <= limit_bytes_) return;
  // One pass over the table in its own (hashed, so random) order, down to seven eighths of the limit.
  std::size_t const target = limit_bytes_ - limit_bytes_ / 8;
  for (auto slot = slots_.begin(); slot != slots_.end() && bytes_ > target;) {
    if (slot->second.entry->dirty) {
      ++slot;
      continue;
    }
    bytes_ -= std::min(bytes_, cost(slot->second.entry->published));
    slots_.erase(slot++);
  }
}

}  // namespace tamga::ledger
