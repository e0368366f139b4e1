// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <shared_mutex>

#include "ledger/block_cache.hpp"
#include "ledger/ledger.hpp"

namespace tamga::ledger {

/// The ledger of one process that owns its SQLite folder. What a document needs to be durable is its row of
/// effects; blocks, histories and stock change in memory and follow in large sorted writes. After a crash the
/// effects that the database does not contain yet are applied again.
class WriteBehind final : public Ledger {
 public:
  WriteBehind(sql::Store& store, Options options) : Ledger(store, options), cache_(options.cache_bytes) {}

  /// Reads the marks and repeats later effects. Before anything else.
  Result<void> recover();

  Result<void> fetch(std::span<BlockNo const> wanted, std::vector<PublishedBlock>& found) override;
  Result<void> states(std::span<CodeNo const> codes, std::span<CodeState> states) override;
  Result<std::vector<PublishedBlock>> blocks(std::span<BlockNo const> wanted) override;
  Result<std::vector<BlockEvent>> past(BlockNo block) override;
  Result<std::vector<StockLine>> stock(ParticipantNo owner) override;
  void publish(Batch& batch, std::span<AppliedDocument const> documents) override;
  Result<bool> settle(sql::Connection& connection, bool all) override;
  [[nodiscard]] bool settling_is_due() const override;

 private:
  Result<void> write_blocks(sql::Connection&, Batch&, std::span<AppliedDocument const>) override {
    return {};
  }
  Result<void> read_stock(sql::Connection& connection);
  Result<void> repeat_effects(sql::Connection& connection, AppliedNo after, AppliedNo stock_after);
  Result<void> repeat(std::span<CommitRow const> group, AppliedNo stock_after);
  Result<bool> settle_slice(sql::Connection& connection);
  Result<void> write_slice(sql::Connection& connection, std::span<BlockCache::DirtyBlock> dirty) const;
  Result<void> settle_stock(sql::Connection& connection);
  void add_stock(StockDeltas const& deltas);

  BlockCache cache_;
  mutable std::shared_mutex stock_mutex_;
  std::map<StockKey, std::int64_t> stock_;
  std::map<StockKey, bool> stock_dirty_;
  AppliedNo last_applied_;
  std::int64_t documents_ahead_ = 0;
};

}  // namespace tamga::ledger
