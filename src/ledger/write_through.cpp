// SPDX-License-Identifier: Apache-2.0
#include "ledger/write_through.hpp"

#include <algorithm>

#include "ledger/errors.hpp"
#include "ledger/tables.hpp"
#include "sql/errors.hpp"
#include "sql/transaction.hpp"
#include "sql/turn.hpp"

namespace tamga::ledger {
namespace {

constexpr sql::Statement kUpdateBlock{
    "ledger.block.update",
    "UPDATE code_block SET version = $2 + 1, applied = $3, runs = $4, events = CAST(events || $5 AS {blob}) "
    "WHERE block = $1 AND version = $2"};
// One statement, one snapshot: a delta that arrives meanwhile is neither counted nor dropped.
constexpr sql::Statement kFoldStock{
    "ledger.stock.fold",
    "WITH folded AS (DELETE FROM stock_delta RETURNING owner, series, status, quantity) "
    "INSERT INTO stock (owner, series, status, quantity) "
    "SELECT owner, series, status, CAST(sum(quantity) AS {integer}) FROM folded GROUP BY owner, series, "
    "status "
    "ON CONFLICT (owner, series, status) DO UPDATE SET quantity = stock.quantity + excluded.quantity"};

constexpr sql::Turn kFolding{"ledger.stock.fold"};

}  // namespace

Result<void> WriteThrough::fetch(std::span<BlockNo const> wanted, std::vector<PublishedBlock>& found) {
  return load(*writing_, wanted, found);
}

Result<std::vector<PublishedBlock>> WriteThrough::blocks(std::span<BlockNo const> wanted) {
  std::vector<PublishedBlock> found;
  TAMGA_ASSIGN(reader, store_->reader());
  TAMGA_TRY(load(*reader, wanted, found));
  return found;
}

Result<void> WriteThrough::states(std::span<CodeNo const> codes, std::span<CodeState> states) {
  std::vector<BlockNo> wanted;
  wanted.reserve(codes.size());
  for (CodeNo const code : codes) wanted.push_back(block_of(code));
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  TAMGA_ASSIGN(found, blocks(wanted));
  for (std::size_t i = 0; i < codes.size(); ++i) {
    auto const at = std::lower_bound(wanted.begin(), wanted.end(), block_of(codes[i])) - wanted.begin();
    Block const* block = found[static_cast<std::size_t>(at)].block.get();
    states[i] = block ? block->at(offset_of(codes[i])) : CodeState{};
  }
  return {};
}

Result<std::vector<BlockEvent>> WriteThrough::past(BlockNo block) {
  TAMGA_ASSIGN(reader, store_->reader());
  TAMGA_ASSIGN(stored, stored_past(*reader, block));
  return std::move(stored.events);
}

Result<std::vector<StockLine>> WriteThrough::stock(ParticipantNo owner) {
  std::vector<StockLine> lines;
  TAMGA_ASSIGN(reader, store_->reader());
  TAMGA_ASSIGN(rows, reader->query(kStockOf, owner));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    if (row.int64(2) != 0) lines.push_back({row.as<SeriesNo>(0), row.as<CodeStatus>(1), row.int64(2)});
  }));
  return lines;
}

Result<void> WriteThrough::write_blocks(sql::Connection& connection, Batch& batch,
                                        std::span<AppliedDocument const> documents) {
  AppliedNo const applied = documents.back().applied;
  std::vector<std::string> bytes;
  bytes.reserve(batch.staged().size() * 2);
  sql::Batch fresh(5);
  sql::Batch changed(5);
  std::vector<BlockNo> full;
  for (Batch::Staged& staged : batch.staged()) {
    std::string& runs = bytes.emplace_back();
    staged.block.encode(runs);
    std::string& events = bytes.emplace_back(std::move(staged.events).finish());
    bool const is_fresh = staged.base_version == 0;
    (is_fresh ? fresh : changed)
        .add(staged.number, is_fresh ? 1 : staged.base_version, applied, sql::Blob{runs}, sql::Blob{events});
    if (staged.base_events >= options_.row_events) full.push_back(staged.number);
  }
  TAMGA_TRY(make_room(connection, full));
  if (!changed.empty()) {
    std::vector<std::int64_t> affected;
    TAMGA_TRY(connection.batch(kUpdateBlock, changed, &affected));
    if (std::find(affected.begin(), affected.end(), 0) != affected.end()) return fail(kBlockChanged);
  }
  if (!fresh.empty()) {
    // Two processes met in a block that neither found: the key decides.
    auto const inserted = connection.batch(kInsertBlock, fresh);
    if (!inserted)
      return fail(inserted.error().is(sql::kStoreConflict) ? Error(kBlockChanged) : inserted.error());
  }
  sql::Batch deltas(5);
  for (auto const& [key, delta] : batch.stock().deltas())
    if (delta != 0) deltas.add(key.owner, key.series, key.status, applied, delta);
  if (!deltas.empty()) TAMGA_TRY(connection.batch(kInsertStockDelta, deltas));
  return {};
}

Result<bool> WriteThrough::settle(sql::Connection& connection, bool) {
  TAMGA_ASSIGN(transaction, sql::Transaction::begin(connection));
  TAMGA_TRY(sql::take_turn(connection, kFolding));
  TAMGA_ASSIGN(folded, connection.execute(kFoldStock));
  TAMGA_TRY(transaction.commit());
  return folded > 0;
}

}  // namespace tamga::ledger
