// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.hpp"
#include "ledger/code_state.hpp"
#include "ledger/run_list.hpp"

namespace tamga::ledger {

/// The run-length ledger of one block: up to 1024 neighbouring codes as runs of equal state, ordered, without
/// gaps. A transition splits a run into at most three and joins neighbours that became equal. Not thread-safe
/// while it is changed; shared freely once published. Rows: docs/formats/ledger.md.
class Block {
 public:
  /// Codes covered: indexes 0 .. size()-1 of the block have a state (perhaps NotIssued), the rest were never
  /// touched.
  [[nodiscard]] int size() const { return size_; }
  [[nodiscard]] RunList const& runs() const { return runs_; }
  [[nodiscard]] int run_end(std::size_t i) const {
    return i + 1 < runs_.size() ? runs_.starts()[i + 1] : size_;
  }

  /// The state of the code at `offset`; NotIssued beyond size().
  [[nodiscard]] CodeState at(int offset) const {
    CodeState const* const state = find(offset);
    return state != nullptr ? *state : CodeState{};
  }
  /// Where that state lies; null beyond size().
  [[nodiscard]] CodeState const* find(int offset) const {
    return offset < size_ ? &runs_.states()[run_at(offset)] : nullptr;
  }
  /// Brings what `find` reads towards the processor.
  void prefetch() const { runs_.prefetch_starts(); }
  /// The same for a copy of the block.
  void prefetch_all() const { runs_.prefetch_all(); }

  /// Sets `patch` on `count` codes from `offset` on, and calls `changed(before, after, count)` for each
  /// stretch.
  template <class Changed>
  void apply(int offset, int count, Patch const& patch, Changed&& changed);
  void apply(int offset, int count, Patch const& patch) {
    apply(offset, count, patch, [](CodeState const&, CodeState const&, int) {});
  }

  /// Calls `visit(first offset, count, state)` for each run, cut to the given stretch.
  template <class Visit>
  void for_each_run(int offset, int count, Visit&& visit) const;

  void encode(std::string& out) const;
  /// Refuses bytes whose checksum, order or coverage is wrong: kLedgerDamaged.
  static Result<Block> decode(std::string_view bytes);

  [[nodiscard]] std::size_t memory_bytes() const { return sizeof(Block) + runs_.memory_bytes(); }
  friend bool operator==(Block const&, Block const&) = default;

 private:
  [[nodiscard]] std::size_t run_at(int offset) const {
    auto const starts = runs_.starts();
    auto const after = std::upper_bound(starts.begin(), starts.end(), offset);
    return static_cast<std::size_t>(after - starts.begin()) - 1;
  }
  void cover(int size);
  std::size_t split(int offset);
  void join(std::size_t first, std::size_t last);

  RunList runs_;
  int size_ = 0;
};

template <class Changed>
void Block::apply(int offset, int count, Patch const& patch, Changed&& changed) {
  cover(offset + count);
  std::size_t const first = split(offset);
  std::size_t const last = split(offset + count);
  for (std::size_t i = first; i < last; ++i) {
    CodeState& state = runs_.states()[i];
    CodeState const before = state;
    patch.apply(state);
    changed(before, std::as_const(state), run_end(i) - runs_.starts()[i]);
  }
  join(first, last);
}

template <class Visit>
void Block::for_each_run(int offset, int count, Visit&& visit) const {
  int const end = offset + count;
  int const covered = end < size_ ? end : size_;
  int at = offset;
  for (std::size_t i = at < covered ? run_at(at) : 0; at < covered; ++i) {
    int const stop = run_end(i) < covered ? run_end(i) : covered;
    visit(at, stop - at, runs_.states()[i]);
    at = stop;
  }
  if (at < end) visit(at, end - at, CodeState{});
}

}  // namespace tamga::ledger
