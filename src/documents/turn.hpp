// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "documents/desk.hpp"
#include "documents/document_store.hpp"
#include "evidence/book.hpp"
#include "journal/journal.hpp"
#include "ledger/ledger.hpp"

namespace tamga::documents {

/// One transaction of the writer, shared by a group of operations that follow one another: each sees what
/// those before it did. Everything they put here is written together, or not at all.
class Turn {
 public:
  /// `shelf`: what is stored of evidence already.
  Turn(sql::Connection& connection, ledger::Ledger& ledger, Books const& books, evidence::Shelf& shelf,
       UnixMs now);

  [[nodiscard]] sql::Connection& connection() { return *connection_; }
  [[nodiscard]] ledger::Batch& batch() { return batch_; }
  [[nodiscard]] Desk& desk() { return desk_; }
  [[nodiscard]] UnixMs now() const { return now_; }

  /// Reads the documents that carry one of these keys; then `find_key` knows them.
  Result<void> load_keys(std::span<std::int64_t const> key_hashes);
  /// The document a participant sent with this key, stored or of this turn.
  [[nodiscard]] StoredDocument const* find_key(ledger::ParticipantNo participant, std::string_view key) const;

  void store(StoredDocument document) { documents_.push_back(std::move(document)); }
  /// What proves the signature of a document of this turn.
  void keep(evidence::Proof proof);
  void applied(ledger::AppliedDocument document) { applied_.push_back(std::move(document)); }
  void journal(journal::Entry entry) { entries_.push_back(std::move(entry)); }
  void tell(std::vector<Notice>&& notices);

  /// Writes everything; the caller commits.
  Result<journal::Head> write(journal::Journal const& journal);
  /// After the commit.
  void publish();
  [[nodiscard]] std::vector<Notice> const& notices() const { return notices_; }

 private:
  sql::Connection* connection_;
  ledger::Ledger* ledger_;
  ledger::Batch batch_;
  Desk desk_;
  evidence::Shelf* shelf_;
  UnixMs now_;
  std::vector<StoredDocument> known_;
  std::vector<StoredDocument> documents_;
  std::vector<ledger::AppliedDocument> applied_;
  std::vector<evidence::Proof> proofs_;
  std::vector<journal::Entry> entries_;
  std::vector<Notice> notices_;
};

/// Something that is done in the writer's turn. Operations of one group share a transaction.
class Operation {
 public:
  virtual ~Operation() = default;
  /// How much of a group it takes: codes.
  [[nodiscard]] virtual std::int64_t weight() const { return 1; }
  /// Hash of its idempotency key (key_hash); 0: it has none.
  [[nodiscard]] virtual std::int64_t idempotency() const { return 0; }
  /// Its part of the transaction. May run again from the start, on another turn, when the transaction failed:
  /// an error means that nothing of the group happened.
  virtual Result<void> perform(Turn& turn) = 0;
  /// It is durable.
  virtual void committed() = 0;
  /// It will not be tried again; nothing of it happened.
  virtual void failed(Error const& error) = 0;
};

}  // namespace tamga::documents
