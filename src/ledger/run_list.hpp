// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>

#include "ledger/code_state.hpp"

namespace tamga::ledger {

/// The runs of a block, in one piece of memory: first all states, then where each run begins. Looking for a
/// code touches the line of the beginnings and one state, and a copy of a block is one allocation.
class RunList {
 public:
  RunList() = default;
  /// A copy has room for two more runs: a change of one code needs no more.
  RunList(RunList const& other) {
    reserve(other.size_ + kSpare);
    take(other);
  }
  RunList(RunList&& other) noexcept
      : memory_(std::move(other.memory_)),
        size_(std::exchange(other.size_, std::uint16_t{0})),
        capacity_(std::exchange(other.capacity_, std::uint16_t{0})) {}
  RunList& operator=(RunList other) noexcept {
    std::swap(memory_, other.memory_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    return *this;
  }
  ~RunList() = default;

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t memory_bytes() const { return capacity_ * kBytesOfRun; }
  [[nodiscard]] std::span<CodeState> states() { return {states_at(), size_}; }
  [[nodiscard]] std::span<CodeState const> states() const { return {states_at(), size_}; }
  [[nodiscard]] std::span<std::uint16_t const> starts() const { return {starts_at(), size_}; }

  void prefetch_starts() const {
    constexpr std::size_t kLine = 64 / sizeof(std::uint16_t);
    for (std::size_t i = 0; i < size_; i += kLine) __builtin_prefetch(starts_at() + i);
  }

  void prefetch_all() const {
    constexpr std::size_t kLine = 64;
    constexpr std::size_t kMost = 24 * kLine;
    std::size_t const bytes = std::min(memory_bytes(), kMost);
    for (std::size_t i = 0; i < bytes; i += kLine) __builtin_prefetch(memory_.get() + i);
  }

  void reserve(std::size_t runs);
  void push_back(CodeState const& state, std::uint16_t start) { insert(size_, state, start); }
  void insert(std::size_t at, CodeState const& state, std::uint16_t start);
  /// The run at `from` takes the place of the one at `to`.
  void move(std::size_t from, std::size_t to) {
    states_at()[to] = states_at()[from];
    starts_at()[to] = starts_at()[from];
  }
  void erase(std::size_t first, std::size_t last);

  friend bool operator==(RunList const& a, RunList const& b);

 private:
  static constexpr std::size_t kSpare = 2;
  static constexpr std::size_t kBytesOfRun = sizeof(CodeState) + sizeof(std::uint16_t);
  static_assert(std::is_trivially_copyable_v<CodeState>);

  [[nodiscard]] CodeState* states_at() const { return reinterpret_cast<CodeState*>(memory_.get()); }
  [[nodiscard]] std::uint16_t* starts_at() const {
    return reinterpret_cast<std::uint16_t*>(memory_.get() + capacity_ * sizeof(CodeState));
  }
  void take(RunList const& other) {
    size_ = other.size_;
    if (size_ == 0) return;
    std::memcpy(memory_.get(), other.memory_.get(), size_ * sizeof(CodeState));
    std::memcpy(starts_at(), other.starts_at(), size_ * sizeof(std::uint16_t));
  }

  std::unique_ptr<std::byte[]> memory_;
  std::uint16_t size_ = 0;
  std::uint16_t capacity_ = 0;
};

}  // namespace tamga::ledger
