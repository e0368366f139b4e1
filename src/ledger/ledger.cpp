// SPDX-License-Identifier: Apache-2.0
#include "ledger/ledger.hpp"

#include <algorithm>

#include "ledger/tables.hpp"
#include "ledger/write_behind.hpp"
#include "ledger/write_through.hpp"

namespace tamga::ledger {

Result<std::unique_ptr<Ledger>> Ledger::open(sql::Store& store, Options options) {
  if (store.engine() == sql::Engine::Postgres) return std::make_unique<WriteThrough>(store, options);
  auto ledger = std::make_unique<WriteBehind>(store, options);
  TAMGA_TRY(ledger->recover());
  return ledger;
}

Batch Ledger::begin(sql::Connection& connection) {
  writing_ = &connection;
  return Batch(*this);
}

Result<void> Ledger::write(sql::Connection& connection, Batch& batch,
                           std::span<AppliedDocument const> documents) {
  if (batch.broken()) return fail(*batch.broken());
  std::vector<std::string> bytes;
  bytes.reserve(documents.size() * 2);
  sql::Batch rows(4);
  for (AppliedDocument const& one : documents) {
    if (one.effects.changes.empty()) continue;
    std::string& effects = bytes.emplace_back();
    one.effects.encode(effects);
    std::string& stock = bytes.emplace_back();
    one.stock.encode(stock);
    rows.add(one.applied, one.document, sql::Blob{effects}, sql::Blob{stock});
  }
  if (rows.empty()) return {};
  TAMGA_TRY(connection.batch(kInsertEffect, rows));
  return write_blocks(connection, batch, documents);
}

Result<void> Ledger::load(sql::Connection& connection, std::span<BlockNo const> wanted,
                          std::vector<PublishedBlock>& found) {
  std::size_t const first = found.size();
  found.resize(first + wanted.size());
  std::vector<std::int64_t> keys;
  keys.reserve(wanted.size());
  for (BlockNo const number : wanted) keys.push_back(number.value());
  TAMGA_ASSIGN(rows, connection.query(kBlocksByNumber, std::span<std::int64_t const>(keys)));
  return rows.each([&](sql::Row const& row) -> Result<void> {
    auto const at = std::lower_bound(wanted.begin(), wanted.end(), BlockNo(row.int64(0)));
    TAMGA_ASSIGN(block, Block::decode(row.blob(3)));
    found[first + static_cast<std::size_t>(at - wanted.begin())] = {
        std::make_shared<Block const>(std::move(block)), row.int64(1), AppliedNo(row.int64(2))};
    return {};
  });
}

Result<void> Ledger::append_history(std::string_view chunk, CodeNo code, std::vector<HistoryLine>& lines) {
  TAMGA_ASSIGN(events, decode_chunk(chunk));
  int const offset = offset_of(code);
  for (BlockEvent const& event : events)
    for (auto const& [first, count] : event.stretches)
      if (offset >= first && offset < first + count) {
        lines.push_back({event.event, event.document});
        break;
      }
  return {};
}

Result<std::vector<HistoryLine>> Ledger::stored_history(sql::Connection& connection, CodeNo code,
                                                        std::int64_t before) {
  std::vector<HistoryLine> lines;
  TAMGA_ASSIGN(rows, connection.query(kEventsOfBlock, block_of(code), before));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { return append_history(row.blob(1), code, lines); }));
  return lines;
}

}  // namespace tamga::ledger
