// SPDX-License-Identifier: Apache-2.0
#include "ledger/ledger.hpp"

#include <algorithm>
#include <iterator>

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
  if (std::all_of(documents.begin(), documents.end(),
                  [](AppliedDocument const& one) { return one.effects.changes.empty(); }))
    return {};
  TAMGA_TRY(insert_commit(connection, documents, batch.stock()));
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
        std::make_shared<Block const>(std::move(block)), row.int64(1), AppliedNo(row.int64(2)), row.int64(4)};
    return {};
  });
}

Result<void> Ledger::make_room(sql::Connection& connection, std::span<BlockNo const> full) {
  if (full.empty()) return {};
  sql::Batch overflow(1);
  sql::Batch forget(2);
  for (BlockNo const number : full) {
    overflow.add(number);
    forget.add(number, sql::Blob{});
  }
  TAMGA_TRY(connection.batch(kOverflowEvents, overflow));
  TAMGA_TRY(connection.batch(kForgetEvents, forget));
  return {};
}

Result<void> Ledger::append_past(std::string_view chunks, std::vector<BlockEvent>& events) {
  TAMGA_ASSIGN(more, decode_chunks(chunks));
  std::move(more.begin(), more.end(), std::back_inserter(events));
  return {};
}

Result<Ledger::StoredPast> Ledger::stored_past(sql::Connection& connection, BlockNo block) {
  StoredPast out;
  TAMGA_ASSIGN(rows, connection.query(kEventsOfBlock, block));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    out.version = row.int64(0);
    return append_past(row.blob(1), out.events);
  }));
  return out;
}

Result<std::vector<HistoryLine>> Ledger::history(CodeNo code) {
  TAMGA_ASSIGN(events, past(block_of(code)));
  std::vector<HistoryLine> lines;
  int const offset = offset_of(code);
  for (BlockEvent const& event : events)
    for (auto const& [first, count] : event.stretches)
      if (offset >= first && offset < first + count) {
        lines.push_back({event.event, event.document});
        break;
      }
  return lines;
}

}  // namespace tamga::ledger
