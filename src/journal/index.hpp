// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "journal/entry.hpp"
#include "sql/connection.hpp"
#include "sql/store.hpp"

namespace tamga::journal {

/// What of a participant's journal is asked for. The chain says what happened; the index beside it only finds
/// it: it can be rebuilt from the chain, but for the addresses, which are personal data and may be erased.
struct Question {
  std::int64_t participant = 0;
  std::vector<std::string> certificates{};  ///< SHA-256, raw: of a user; empty: everybody's
  std::string action{};  ///< "session.open"; with a dot at its end every action that begins so
  std::string object{};
  std::optional<std::vector<std::string>> objects{};  ///< of these alone: what happened to a code
  std::optional<bool> refused{};
  UnixMs from{0};                                              ///< not older
  UnixMs until{std::numeric_limits<std::int64_t>::max() / 2};  ///< older than that
};

/// Where a page ended; the next one begins behind it.
struct Cursor {
  std::int64_t at = 0;
  std::int64_t lane = 0;
  std::int64_t last = 0;
  std::int64_t part = 0;
  std::int64_t shown = 0;  ///< entries of that row on the page before

  [[nodiscard]] std::string text() const;
  static std::optional<Cursor> parse(std::string_view text);
};

/// An entry as people look for it.
struct Found {
  std::int64_t lane = 0;
  std::int64_t sequence = 0;
  Entry entry;
  std::string address;  ///< from where; empty: not known, or erased
};

struct Page {
  std::vector<Found> entries;  ///< newest first
  std::optional<Cursor> next;  ///< there may be more; a page may have fewer entries than its limit, even none
};

/// At most `limit` entries, at most twenty thousand rows of the index looked at: a page costs what it shows
/// and not the journal. Errors: JOURNAL_DAMAGED.
Result<Page> find_entries(sql::Connection& connection, Question const& question,
                          std::optional<Cursor> const& after, int limit);

/// The entries of one commit, whose last is `last` of `lane`. Within their transaction. Entries of a
/// participant that differ in their objects alone share a row: a till sends hundreds of receipts a commit.
Result<void> insert_index(sql::Connection& connection, std::int64_t lane, std::int64_t last,
                          std::span<Entry const> entries);

/// Makes the index of a journal that has none yet. At the start; several processes may do so at once.
Result<void> complete_index(sql::Store& store);

}  // namespace tamga::journal
