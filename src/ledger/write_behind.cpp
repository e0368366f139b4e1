// SPDX-License-Identifier: Apache-2.0
#include "ledger/write_behind.hpp"

#include <algorithm>
#include <limits>
#include <mutex>

#include "ledger/tables.hpp"
#include "sql/transaction.hpp"

namespace tamga::ledger {
namespace {

constexpr std::string_view kBlocksMark = "blocks";
constexpr std::string_view kStockMark = "stock";
/// Documents repeated between two publications while recovering.
constexpr std::size_t kReplayGroup = 512;

Result<AppliedNo> mark(sql::Connection& connection, std::string_view name) {
  TAMGA_ASSIGN(found, connection.find(
                          kMark, [](sql::Row const& row) { return row.int64(0); }, name));
  return AppliedNo(found.value_or(0));
}

}  // namespace

Result<void> WriteBehind::fetch(std::span<BlockNo const> wanted, std::vector<PublishedBlock>& found) {
  std::size_t const first = found.size();
  found.resize(first + wanted.size());
  std::uint64_t const epoch = cache_.epoch();
  auto const missing = cache_.find(wanted, std::span(found).subspan(first));
  if (missing.empty()) return {};
  std::vector<BlockNo> numbers;
  numbers.reserve(missing.size());
  for (std::size_t const i : missing) numbers.push_back(wanted[i]);
  std::vector<PublishedBlock> loaded;
  TAMGA_ASSIGN(reader, store_->reader());
  TAMGA_TRY(load(*reader, numbers, loaded));
  cache_.remember(epoch, numbers, loaded);
  for (std::size_t i = 0; i < missing.size(); ++i) {
    // Memory wins: the writer may have published the block while it was read.
    auto const published = cache_.find(numbers[i]);
    found[first + missing[i]] = published ? *published : std::move(loaded[i]);
  }
  return {};
}

Result<std::vector<PublishedBlock>> WriteBehind::blocks(std::span<BlockNo const> wanted) {
  std::vector<PublishedBlock> found;
  TAMGA_TRY(fetch(wanted, found));
  return found;
}

Result<void> WriteBehind::states(std::span<CodeNo const> codes, std::span<CodeState> states) {
  auto const missing = cache_.states(codes, states);
  if (missing.empty()) return {};
  std::vector<BlockNo> wanted;
  for (std::size_t const i : missing) wanted.push_back(block_of(codes[i]));
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  TAMGA_ASSIGN(found, blocks(wanted));
  for (std::size_t const i : missing) {
    auto const at = std::lower_bound(wanted.begin(), wanted.end(), block_of(codes[i])) - wanted.begin();
    Block const* block = found[static_cast<std::size_t>(at)].block.get();
    states[i] = block ? block->at(offset_of(codes[i])) : CodeState{};
  }
  return {};
}

Result<std::vector<HistoryLine>> WriteBehind::history(CodeNo code) {
  // Chunks first: one that reaches the database meanwhile has a sequence that the query leaves out.
  auto const pending = cache_.pending(block_of(code));
  std::int64_t const before =
      pending.empty() ? std::numeric_limits<std::int64_t>::max() : pending.front().sequence;
  TAMGA_ASSIGN(reader, store_->reader());
  TAMGA_ASSIGN(lines, stored_history(*reader, code, before));
  for (auto const& chunk : pending) TAMGA_TRY(append_history(chunk.bytes, code, lines));
  return lines;
}

Result<std::vector<StockLine>> WriteBehind::stock(ParticipantNo owner) {
  std::vector<StockLine> lines;
  std::shared_lock const lock(stock_mutex_);
  StockKey const from{owner, SeriesNo(), CodeStatus::NotIssued};
  for (auto it = stock_.lower_bound(from); it != stock_.end() && it->first.owner == owner; ++it)
    if (it->second != 0) lines.push_back({it->first.series, it->first.status, it->second});
  return lines;
}

void WriteBehind::add_stock(StockDeltas const& deltas) {
  std::unique_lock const lock(stock_mutex_);
  for (auto const& [key, delta] : deltas.deltas()) {
    stock_[key] += delta;
    stock_dirty_[key] = true;
  }
}

void WriteBehind::publish(Batch& batch, std::span<AppliedDocument const> documents) {
  if (documents.empty()) return;
  cache_.publish(batch.staged(), documents.back().applied);
  add_stock(batch.stock());
  last_applied_ = documents.back().applied;
}

Result<bool> WriteBehind::settle(sql::Connection& connection, bool all) {
  bool wrote = false;
  do {
    TAMGA_ASSIGN(more, settle_slice(connection));
    if (!more) break;
    wrote = true;
  } while (all || cache_.dirty_count() > options_.max_dirty_blocks);
  return wrote;
}

Result<bool> WriteBehind::settle_slice(sql::Connection& connection) {
  auto const dirty = cache_.next_dirty(options_.settle_blocks);
  std::vector<std::string> runs(dirty.size());
  sql::Batch blocks(4);
  sql::Batch events(3);
  for (std::size_t i = 0; i < dirty.size(); ++i) {
    dirty[i].published.block->encode(runs[i]);
    blocks.add(dirty[i].number, dirty[i].published.version, dirty[i].published.applied, sql::Blob{runs[i]});
    for (auto const& chunk : dirty[i].chunks)
      events.add(dirty[i].number, chunk.sequence, sql::Blob{chunk.bytes});
  }
  auto const swept = cache_.finished_sweep();
  if (dirty.empty() && stock_dirty_.empty()) return false;
  TAMGA_ASSIGN(transaction, sql::Transaction::begin(connection));
  if (!blocks.empty()) TAMGA_TRY(connection.batch(kPutBlock, blocks));
  if (!events.empty()) TAMGA_TRY(connection.batch(kInsertEvents, events));
  if (swept) {
    TAMGA_TRY(settle_stock(connection));
    TAMGA_TRY(connection.execute(kPutMark, kBlocksMark, *swept));
    TAMGA_TRY(connection.execute(kPutMark, kStockMark, last_applied_));
  }
  TAMGA_TRY(transaction.commit());
  cache_.flushed(dirty);
  if (swept) stock_dirty_.clear();
  return true;
}

Result<void> WriteBehind::settle_stock(sql::Connection& connection) {
  sql::Batch rows(4);
  for (auto const& [key, dirty] : stock_dirty_) rows.add(key.owner, key.series, key.status, stock_.at(key));
  if (rows.empty()) return {};
  TAMGA_TRY(connection.batch(kPutStock, rows));
  return {};
}

Result<void> WriteBehind::read_stock(sql::Connection& connection) {
  TAMGA_ASSIGN(rows, connection.query(kAllStock));
  return rows.each([&](sql::Row const& row) {
    stock_[{row.as<ParticipantNo>(0), row.as<SeriesNo>(1), row.as<CodeStatus>(2)}] = row.int64(3);
  });
}

Result<void> WriteBehind::recover() {
  TAMGA_ASSIGN(reader, store_->reader());
  TAMGA_ASSIGN(blocks_mark, mark(*reader, kBlocksMark));
  TAMGA_ASSIGN(stock_mark, mark(*reader, kStockMark));
  TAMGA_TRY(read_stock(*reader));
  last_applied_ = std::max(blocks_mark, stock_mark);
  return repeat_effects(*reader, std::min(blocks_mark, stock_mark), stock_mark);
}

Result<void> WriteBehind::repeat_effects(sql::Connection& connection, AppliedNo after,
                                         AppliedNo stock_after) {
  while (true) {
    std::vector<AppliedDocument> group;
    {
      TAMGA_ASSIGN(rows, connection.query(kEffectsAfter, after));
      while (group.size() < kReplayGroup) {
        TAMGA_ASSIGN(more, rows.next());
        if (!more) break;
        TAMGA_ASSIGN(effects, Effects::decode(rows.row().blob(2)));
        ByteReader stock(rows.row().blob(3));
        group.push_back({rows.row().as<DocumentNo>(1), rows.row().as<AppliedNo>(0), std::move(effects),
                         StockDeltas::decode(stock)});
      }
    }
    if (group.empty()) return {};
    after = group.back().applied;
    Batch batch(*this);
    for (AppliedDocument const& one : group) {
      for (Change const& change : one.effects.changes) TAMGA_TRY(batch.load(change.codes));
      batch.replay(one.document, one.applied, one.effects);
      if (one.applied > stock_after) add_stock(one.stock);
    }
    cache_.publish(batch.staged(), after);
    last_applied_ = std::max(last_applied_, after);
    if (cache_.dirty_count() > options_.max_dirty_blocks) {
      TAMGA_ASSIGN(writer, store_->writer());
      TAMGA_TRY(settle(*writer, false));
    }
  }
}

}  // namespace tamga::ledger
