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

Result<std::vector<BlockEvent>> WriteBehind::past(BlockNo block) {
  // Chunks first: of those that reach the database meanwhile the version tells.
  auto const pending = cache_.pending(block);
  TAMGA_ASSIGN(reader, store_->reader());
  TAMGA_ASSIGN(stored, stored_past(*reader, block));
  for (auto const& chunk : pending)
    if (chunk.sequence > stored.version) TAMGA_TRY(append_past(chunk.bytes, stored.events));
  return std::move(stored.events);
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
  documents_ahead_ += static_cast<std::int64_t>(documents.size());
}

bool WriteBehind::settling_is_due() const {
  return documents_ahead_ >= options_.due_documents || cache_.dirty_count() >= options_.due_blocks ||
         cache_.sweep_running();
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
  auto dirty = cache_.next_dirty(options_.settle_blocks);
  auto const swept = cache_.finished_sweep();
  if (dirty.empty() && stock_dirty_.empty()) return false;
  TAMGA_ASSIGN(transaction, sql::Transaction::begin(connection));
  TAMGA_TRY(write_slice(connection, dirty));
  if (swept) {
    TAMGA_TRY(settle_stock(connection));
    TAMGA_TRY(connection.execute(kPutMark, kBlocksMark, *swept));
    TAMGA_TRY(connection.execute(kPutMark, kStockMark, last_applied_));
  }
  TAMGA_TRY(transaction.commit());
  cache_.flushed(dirty);
  if (swept) {
    stock_dirty_.clear();
    documents_ahead_ = 0;
  }
  return true;
}

Result<void> WriteBehind::write_slice(sql::Connection& connection,
                                      std::span<BlockCache::DirtyBlock> dirty) const {
  std::vector<std::string> bytes;
  bytes.reserve(dirty.size() * 2);
  std::vector<BlockNo> full;
  sql::Batch blocks(5);
  for (BlockCache::DirtyBlock& one : dirty) {
    std::string& runs = bytes.emplace_back();
    one.published.block->encode(runs);
    std::string& events = bytes.emplace_back();
    for (auto const& chunk : one.chunks) events += chunk.bytes;
    bool const overflows = one.published.events >= options_.row_events;
    if (overflows) full.push_back(one.number);
    one.events = static_cast<std::int64_t>(events.size()) + (overflows ? 0 : one.published.events);
    blocks.add(one.number, one.published.version, one.published.applied, sql::Blob{runs}, sql::Blob{events});
  }
  TAMGA_TRY(make_room(connection, full));
  if (!blocks.empty()) TAMGA_TRY(connection.batch(kPutBlock, blocks));
  return {};
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
  std::vector<CommitRow> group;
  std::size_t documents = 0;
  auto const take = [&](CommitRow&& row) -> Result<void> {
    documents += row.documents.size();
    group.push_back(std::move(row));
    if (documents < kReplayGroup) return {};
    TAMGA_TRY(repeat(group, stock_after));
    group.clear();
    documents = 0;
    return {};
  };
  TAMGA_TRY(each_commit(connection, after, take));
  return repeat(group, stock_after);
}

Result<void> WriteBehind::repeat(std::span<CommitRow const> group, AppliedNo stock_after) {
  if (group.empty()) return {};
  Batch batch(*this);
  for (CommitRow const& row : group) {
    for (DocumentEffects const& one : row.documents) {
      for (Change const& change : one.effects.changes) TAMGA_TRY(batch.load(change.codes));
      batch.replay(one.document, row.applied, one.effects);
      ++documents_ahead_;
    }
    if (row.applied > stock_after) add_stock(row.stock);
  }
  last_applied_ = std::max(last_applied_, group.back().applied);
  cache_.publish(batch.staged(), last_applied_);
  if (cache_.dirty_count() <= options_.max_dirty_blocks) return {};
  TAMGA_ASSIGN(writer, store_->writer());
  TAMGA_TRY(settle(*writer, false));
  return {};
}

}  // namespace tamga::ledger
