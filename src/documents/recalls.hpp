// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "documents/lots.hpp"
#include "gs1/gtin.hpp"
#include "ledger/code_no.hpp"
#include "sql/connection.hpp"

namespace tamga::documents {

/// A recall: goods of a GTIN, all or those of a batch or of some days of production. It is looked at whenever
/// a code is checked or moved; no code is rewritten for it.
struct Recall {
  ledger::DocumentNo number;  ///< of the document that declared it
  gs1::Gtin gtin;
  std::string batch;  ///< empty: every batch
  std::optional<Date> produced_from;
  std::optional<Date> produced_to;
  std::string reason;
  std::string instruction;  ///< what a shop and a buyer shall do
  ledger::ParticipantNo declared_by;
  UnixMs declared_at;
  ledger::DocumentNo lifted_by;  ///< none: in force

  [[nodiscard]] bool covers(gs1::Gtin code_gtin, Lot const* lot) const;
};

/// Which recalls.
struct RecallFilter {
  std::optional<bool> in_force{};  ///< false: those that were lifted
  gs1::Gtin gtin{};                ///< none: of every product
};
/// Newest first, numbers below `before`, lifted ones too.
Result<std::vector<Recall>> recalls_of(sql::Connection& connection, RecallFilter const& filter,
                                       ledger::DocumentNo before, int limit);
Result<std::optional<Recall>> find_recall(sql::Connection& connection, ledger::DocumentNo number);

/// The recalls in force. `snapshot` is a pointer to be kept for one question. On a store shared by several
/// processes `refresh` brings what others declared. Safe from any thread.
class RecallBook {
 public:
  using Recalls = std::vector<Recall>;  ///< in order of GTIN
  static Result<std::unique_ptr<RecallBook>> open(sql::Store& store);
  [[nodiscard]] std::shared_ptr<Recalls const> snapshot() const;
  /// The first recall that covers goods; null: none.
  static Recall const* find(Recalls const& recalls, gs1::Gtin gtin, Lot const* lot);
  Result<void> refresh(sql::Store& store);
  /// Recalls declared or lifted just now.
  void change(std::span<Recall const> changed);

 private:
  bool replace_unless_changed(Recalls recalls, std::uint64_t changes);

  mutable std::mutex mutex_;
  std::atomic<std::uint64_t> changes_{0};
  std::shared_ptr<Recalls const> recalls_ = std::make_shared<Recalls const>();
};

/// Recalls as the documents of one transaction see them.
class RecallDesk {
 public:
  explicit RecallDesk(RecallBook& book);
  [[nodiscard]] RecallBook::Recalls const& recalls() const { return own_ ? *own_ : *published_; }
  /// The recall of that number if it is in force.
  [[nodiscard]] Recall const* find(ledger::DocumentNo number) const;
  void declare(Recall recall);
  void lift(ledger::DocumentNo number, ledger::DocumentNo by);
  Result<void> write(sql::Connection& connection);
  void publish();

 private:
  void change(Recall recall);

  RecallBook* book_;
  std::shared_ptr<RecallBook::Recalls const> published_;
  std::optional<RecallBook::Recalls> own_;  ///< with the changes of this transaction
  std::vector<Recall> changed_;
};

}  // namespace tamga::documents
