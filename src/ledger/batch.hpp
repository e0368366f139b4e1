// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "ledger/block.hpp"
#include "ledger/effects.hpp"
#include "ledger/history.hpp"
#include "ledger/stock.hpp"

namespace tamga::ledger {

/// A block as the world knows it: shared, never changed. `version` counts its writes; 0 and null: no such row
/// yet.
struct PublishedBlock {
  std::shared_ptr<Block const> block;
  std::int64_t version = 0;
  AppliedNo applied;  ///< the last document it contains
  /// Bytes of history that its row holds.
  std::int64_t events = 0;
};

/// Where a batch finds blocks it has not seen yet.
class BlockSource {
 public:
  virtual ~BlockSource() = default;
  /// Gives the published block for each of `wanted` (ascending), in order.
  virtual Result<void> fetch(std::span<BlockNo const> wanted, std::vector<PublishedBlock>& found) = 0;
  /// What happened to codes of the block and is durable, oldest first.
  virtual Result<std::vector<BlockEvent>> past(BlockNo block) = 0;
};

/// A stretch of codes and the document that did something to them.
struct DoneBy {
  CodeRange codes;
  DocumentNo document;
};

/// The ledger as a group of documents sees it while they are judged and applied one after another: published
/// blocks underneath, their own changes on top. Nothing is visible outside before `Ledger::publish`. One
/// thread. A document first checks everything, then changes; from the first change on nothing can fail, and a
/// change that the life cycle does not know leaves the batch `broken()`: it must then be dropped whole.
class Batch {
 public:
  explicit Batch(BlockSource& source) : source_(&source) {}

  /// Brings the blocks of these codes; required before they are looked at or changed.
  Result<void> load(CodeSet const& codes);

  [[nodiscard]] CodeState state(CodeNo code) const;
  /// Calls `visit(CodeRange, CodeState const&)` for each stretch of equal state.
  template <class Visit>
  void for_each_run(CodeSet const& codes, Visit&& visit) const;

  /// Which documents did one of these events to the codes last, as far as it is durable: what this batch did
  /// is not among it. One look into the history of each block.
  Result<std::vector<DoneBy>> done_last(std::span<Event const> events, CodeSet const& codes) const;

  void begin_document(DocumentNo document) { document_ = document; }
  /// Sets `patch` on `codes` as `event` of the current document: states, histories, stock and effects
  /// together.
  void change(Event event, Patch const& patch, CodeSet const& codes);
  /// Repeats what an earlier document did, after a crash: only on blocks that do not contain it yet.
  void replay(DocumentNo document, AppliedNo applied, Effects const& effects);
  /// What the current document did; the next document starts empty.
  struct DocumentOutcome {
    Effects effects;
    StockDeltas stock;
  };
  DocumentOutcome finish_document();

  [[nodiscard]] std::optional<Error> const& broken() const { return broken_; }

  struct Staged {
    BlockNo number;
    std::int64_t base_version;
    std::int64_t base_events;
    Block block;
    EventChunk events;
  };
  [[nodiscard]] std::deque<Staged>& staged() { return staged_; }
  [[nodiscard]] std::deque<Staged> const& staged() const { return staged_; }
  [[nodiscard]] StockDeltas const& stock() const { return stock_; }

 private:
  struct Slot {
    PublishedBlock base;
    Staged* staged = nullptr;
  };
  struct Piece {
    BlockNo number;
    int offset;
    int count;
    Slot* slot;
  };
  /// Calls `visit(piece)` for each piece of a block, in order. Of scattered codes each block is a miss of the
  /// cache, so some are on their way while one is visited.
  template <class Visit>
  void for_each_piece(CodeSet const& codes, Visit&& visit) const;
  [[nodiscard]] Slot* slot_of(BlockNo number) const;
  [[nodiscard]] static Block const* look(Slot const& slot) {
    return slot.staged ? &slot.staged->block : slot.base.block.get();
  }
  Staged& stage(BlockNo number, Slot& slot);

  BlockSource* source_;
  mutable boost::unordered_flat_map<std::int64_t, Slot> slots_;
  std::deque<Staged> staged_;
  StockDeltas stock_;
  StockDeltas document_stock_;
  Effects effects_;
  DocumentNo document_;
  std::optional<Error> broken_;
};

template <class Visit>
void Batch::for_each_piece(CodeSet const& codes, Visit&& visit) const {
  constexpr std::size_t kAhead = 16;
  std::array<Piece, kAhead> ahead;
  std::size_t count = 0;
  auto const visit_all = [&] {
    for (std::size_t i = 0; i < count; ++i)
      if (Block const* block = look(*ahead[i].slot)) block->prefetch_all();
    for (std::size_t i = 0; i < count; ++i) visit(ahead[i]);
    count = 0;
  };
  codes.for_each_block_piece([&](BlockNo number, int offset, int length) {
    Piece& piece = ahead[count] = {number, offset, length, slot_of(number)};
    __builtin_prefetch(look(*piece.slot));
    if (++count == kAhead) visit_all();
  });
  visit_all();
}

template <class Visit>
void Batch::for_each_run(CodeSet const& codes, Visit&& visit) const {
  for_each_piece(codes, [&](Piece const& piece) {
    CodeNo const base = first_code(piece.number);
    auto const forward = [&](int first, int length, CodeState const& state) {
      visit(CodeRange{base + first, length}, state);
    };
    if (Block const* block = look(*piece.slot))
      block->for_each_run(piece.offset, piece.count, forward);
    else
      forward(piece.offset, piece.count, CodeState{});
  });
}

}  // namespace tamga::ledger
