// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "ledger/batch.hpp"
#include "ledger/effect_rows.hpp"
#include "sql/store.hpp"

namespace tamga::ledger {

/// One event of one code's life, as its history tells it.
struct HistoryLine {
  Event event;
  DocumentNo document;
};

/// One line of a participant's stock.
struct StockLine {
  SeriesNo series;
  CodeStatus status;
  std::int64_t quantity;
};

/// The door of the room: every code that exists, with its state and its past, in batches.
///
/// Questions may come from any thread and see only what is durable. Writing is one thread's: `begin` a batch
/// inside a transaction of `connection`, apply documents to it, `write` it, commit the transaction,
/// `publish`; after a failed or rolled-back transaction drop the batch instead. `settle` after commits,
/// whenever there is time.
class Ledger : public BlockSource {
 public:
  struct Options {
    std::size_t cache_bytes = std::size_t{2} << 30;  ///< memory for blocks (write-behind)
    std::size_t max_dirty_blocks = 200'000;          ///< beyond it `settle` works as long as it takes
    std::size_t settle_blocks = 2'000;               ///< blocks written by one `settle`
    std::size_t due_blocks = 50'000;                 ///< dirty blocks that should not wait for an idle moment
    std::int64_t due_documents = 100'000;  ///< documents that recovery would have to repeat, likewise
    std::int64_t row_events = 768;         ///< bytes of history in the row of a block before they overflow
  };

  /// Opens the ledger of a store whose tables exist: write-behind on SQLite (recovering what a crash left in
  /// the effects alone), write-through on PostgreSQL.
  static Result<std::unique_ptr<Ledger>> open(sql::Store& store, Options options);

  virtual Result<void> states(std::span<CodeNo const> codes, std::span<CodeState> states) = 0;
  /// Published blocks, in the order of `wanted` (ascending).
  virtual Result<std::vector<PublishedBlock>> blocks(std::span<BlockNo const> wanted) = 0;
  /// Oldest first.
  Result<std::vector<HistoryLine>> history(CodeNo code);
  /// Lines with a quantity, by series and status.
  virtual Result<std::vector<StockLine>> stock(ParticipantNo owner) = 0;

  Batch begin(sql::Connection& connection);
  Result<void> write(sql::Connection& connection, Batch& batch, std::span<AppliedDocument const> documents);
  virtual void publish(Batch& batch, std::span<AppliedDocument const> documents) = 0;
  /// Writes some of what memory is ahead of the database; `all` leaves nothing behind. Whether anything was
  /// written.
  virtual Result<bool> settle(sql::Connection& connection, bool all) = 0;
  /// Whether memory is so far ahead that settling must not wait for an idle moment. What waits is written
  /// together: a block once, whatever happened to it meanwhile.
  [[nodiscard]] virtual bool settling_is_due() const = 0;

 protected:
  explicit Ledger(sql::Store& store, Options options) : store_(&store), options_(options) {}
  virtual Result<void> write_blocks(sql::Connection& connection, Batch& batch,
                                    std::span<AppliedDocument const> documents) = 0;
  /// Blocks as the database has them; those it does not have are empty.
  static Result<void> load(sql::Connection& connection, std::span<BlockNo const> wanted,
                           std::vector<PublishedBlock>& found);
  /// Moves the history that lies in the rows of these blocks to rows of its own.
  static Result<void> make_room(sql::Connection& connection, std::span<BlockNo const> full);
  struct StoredPast {
    std::vector<BlockEvent> events;
    std::int64_t version = 0;  ///< of the block as it is stored
  };
  static Result<StoredPast> stored_past(sql::Connection& connection, BlockNo block);
  static Result<void> append_past(std::string_view chunks, std::vector<BlockEvent>& events);

  sql::Store* store_;
  Options options_;
  sql::Connection* writing_ = nullptr;
};

}  // namespace tamga::ledger
