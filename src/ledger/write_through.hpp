// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/ledger.hpp"

namespace tamga::ledger {

/// The ledger of any number of processes on one PostgreSQL. A batch loads blocks with their versions and
/// writes them where the version is still the same; a row that is not means that another process was faster:
/// kBlockChanged, nothing is written, and the documents are judged anew. Stock deltas are appended and folded
/// later, so that a busy balance is not a hot row.
class WriteThrough final : public Ledger {
 public:
  WriteThrough(sql::Store& store, Options options) : Ledger(store, options) {}

  Result<void> fetch(std::span<BlockNo const> wanted, std::vector<PublishedBlock>& found) override;
  Result<void> states(std::span<CodeNo const> codes, std::span<CodeState> states) override;
  Result<std::vector<PublishedBlock>> blocks(std::span<BlockNo const> wanted) override;
  Result<std::vector<BlockEvent>> past(BlockNo block) override;
  Result<std::vector<StockLine>> stock(ParticipantNo owner) override;
  void publish(Batch&, std::span<AppliedDocument const>) override {}
  /// Folds appended stock deltas into the balances.
  Result<bool> settle(sql::Connection& connection, bool all) override;
  [[nodiscard]] bool settling_is_due() const override { return true; }

 private:
  Result<void> write_blocks(sql::Connection& connection, Batch& batch,
                            std::span<AppliedDocument const> documents) override;
};

}  // namespace tamga::ledger
