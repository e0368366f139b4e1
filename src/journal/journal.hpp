// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "journal/entry.hpp"
#include "sql/connection.hpp"
#include "sql/migration.hpp"

namespace tamga::journal {

/// Where the chain of a lane ends.
struct Head {
  std::int64_t sequence = 0;
  Hash hash{};
};

/// The chain of one writing process. Entries are appended inside the transaction that holds what they tell
/// of; the head moves only when that transaction was committed. One thread.
class Journal {
 public:
  /// Continues lane `lane` where the database ends.
  static Result<Journal> open(sql::Connection& connection, std::int64_t lane);

  /// Writes the entries as the next links of the chain and gives the head they lead to.
  Result<Head> append(sql::Connection& connection, std::span<Entry const> entries) const;
  /// The transaction with these entries is durable.
  void committed(Head const& head) { head_ = head; }

  [[nodiscard]] std::int64_t lane() const { return lane_; }
  [[nodiscard]] Head const& head() const { return head_; }

 private:
  Journal(std::int64_t lane, Head const& head) : lane_(lane), head_(head) {}
  std::int64_t lane_;
  Head head_;
};

/// One entry as it is stored.
struct Record {
  std::int64_t lane;
  std::int64_t sequence;
  Entry entry;
};

/// Recomputes the chain of every lane from the stored bytes and shows each entry to `visit`, in order. The
/// first entry that does not fit, a gap, or an entry that cannot be read is kJournalDamaged with lane and
/// sequence. Gives the heads, to be noted outside the system.
Result<std::vector<std::pair<std::int64_t, Head>>> verify(
    sql::Connection& connection, std::function<Result<void>(Record const&)> const& visit);

/// How many there are, in all lanes.
Result<std::int64_t> entries(sql::Connection& connection);

/// The entries of a stored row. Errors: JOURNAL_DAMAGED.
Result<std::vector<Entry>> entries_in(std::string_view row);

/// Entries of one participant, newest first, at most `limit`, older than `before` (Unix milliseconds). For
/// audits: reads the journal backwards until it has found them.
Result<std::vector<Record>> entries_of(sql::Connection& connection, std::int64_t participant,
                                       std::int64_t before, int limit);

/// A row holds the entries of one commit; `sequence` and `hash` are those of the last.
/// `journal_index` has a row for entries of one commit, one participant and one kind; index.hpp.
inline constexpr std::array kMigrations{sql::Migration{1, "journal", R"sql(
CREATE TABLE journal (
  lane {integer} NOT NULL,
  sequence {integer} NOT NULL,
  entries {blob} NOT NULL,
  hash {blob} NOT NULL,
  PRIMARY KEY (lane, sequence)
) {strict_keyed};
)sql"},
                                        sql::Migration{2, "index of the journal", R"sql(
CREATE TABLE journal_index (
  participant {integer} NOT NULL,
  at {integer} NOT NULL,
  lane {integer} NOT NULL,
  last {integer} NOT NULL,
  part {integer} NOT NULL,
  signer {integer} NOT NULL,
  refused {integer} NOT NULL,
  action {text} NOT NULL,
  object {text} NOT NULL,
  address {text} NOT NULL,
  positions {blob} NOT NULL,
  PRIMARY KEY (participant, at, lane, last, part)
) {strict_keyed};
)sql"}};

}  // namespace tamga::journal
