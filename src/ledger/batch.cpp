// SPDX-License-Identifier: Apache-2.0
#include "ledger/batch.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <cassert>

#include "ledger/errors.hpp"

namespace tamga::ledger {

Result<void> Batch::load(CodeSet const& codes) {
  std::vector<BlockNo> wanted;
  codes.for_each_block_piece([&](BlockNo number, int, int) {
    if ((wanted.empty() || wanted.back() != number) && !slots_.contains(number.value()))
      wanted.push_back(number);
  });
  if (wanted.empty()) return {};
  std::vector<PublishedBlock> found;
  found.reserve(wanted.size());
  TAMGA_TRY(source_->fetch(wanted, found));
  assert(found.size() == wanted.size());
  slots_.reserve(slots_.size() + wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i)
    slots_.emplace(wanted[i].value(), Slot{std::move(found[i]), nullptr});
  return {};
}

Batch::Slot* Batch::slot_of(BlockNo number) const {
  auto const slot = slots_.find(number.value());
  assert(slot != slots_.end() && "the block was not loaded");
  return &slot->second;
}

CodeState Batch::state(CodeNo code) const {
  Block const* block = look(*slot_of(block_of(code)));
  return block ? block->at(offset_of(code)) : CodeState{};
}

Batch::Staged& Batch::stage(BlockNo number, Slot& slot) {
  if (!slot.staged) {
    slot.staged = &staged_.emplace_back(Staged{number, slot.base.version, slot.base.events,
                                               slot.base.block ? *slot.base.block : Block{}, EventChunk{}});
  }
  return *slot.staged;
}

void Batch::change(Event event, Patch const& patch, CodeSet const& codes) {
  if (codes.empty()) return;
  Rule const& rule = rule_of(event);
  for_each_piece(codes, [&](Piece const& piece) {
    auto const& [number, offset, count, slot] = piece;
    Staged& staged = stage(number, *slot);
    SeriesNo const series = series_of(number);
    staged.block.apply(
        offset, count, patch, [&](CodeState const& before, CodeState const& after, int length) {
          bool const allowed = (rule.from & from(before.status)) != 0 &&
                               after.status == (rule.to == CodeStatus::NotIssued ? before.status : rule.to) &&
                               after.owner != ParticipantNo();
          if (!allowed && !broken_)
            broken_ = Error(kInvariantBroken)
                          .log(fmt::format("{} of {} codes at {}+{}: {} to {}, owner {}", name_of(event),
                                           length, first_code(number).value(), offset, name_of(before.status),
                                           name_of(after.status), after.owner.value()));
          document_stock_.move(series, before, after, length);
        });
    staged.events.add(event, document_, offset, count);
  });
  effects_.changes.push_back({event, patch, codes});
}

void Batch::replay(DocumentNo document, AppliedNo applied, Effects const& effects) {
  for (Change const& change : effects.changes)
    for_each_piece(change.codes, [&](Piece const& piece) {
      if (piece.slot->base.applied >= applied) return;
      Staged& staged = stage(piece.number, *piece.slot);
      staged.block.apply(piece.offset, piece.count, change.patch);
      staged.events.add(change.event, document, piece.offset, piece.count);
    });
}

Result<std::vector<DoneBy>> Batch::done_last(std::span<Event const> events, CodeSet const& codes) const {
  std::vector<DoneBy> out;
  std::array<DocumentNo, kBlockSize> last;
  Result<void> read;
  codes.for_each_block_piece([&](BlockNo number, int offset, int count) {
    if (!read) return;
    auto const past = source_->past(number);
    if (!past) {
      read = fail(past.error());
      return;
    }
    last.fill(DocumentNo());
    for (BlockEvent const& event : *past)
      if (std::find(events.begin(), events.end(), event.event) != events.end())
        for (auto const& [first, length] : event.stretches)
          std::fill_n(last.begin() + first, length, event.document);
    for (int at = offset; at < offset + count;) {
      int end = at + 1;
      while (end < offset + count &&
             last[static_cast<std::size_t>(end)] == last[static_cast<std::size_t>(at)])
        ++end;
      if (DocumentNo const document = last[static_cast<std::size_t>(at)]; document != DocumentNo())
        out.push_back({{first_code(number) + at, end - at}, document});
      at = end;
    }
  });
  TAMGA_TRY(read);
  return out;
}

Batch::DocumentOutcome Batch::finish_document() {
  stock_.merge(document_stock_);
  DocumentOutcome outcome{std::move(effects_), std::move(document_stock_)};
  effects_ = {};
  document_stock_.clear();
  return outcome;
}

}  // namespace tamga::ledger
