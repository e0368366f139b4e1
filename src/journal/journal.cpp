// SPDX-License-Identifier: Apache-2.0
#include "journal/journal.hpp"

#include <algorithm>
#include <chrono>
#include <string_view>

#include "base/varint.hpp"
#include "journal/errors.hpp"
#include "journal/index.hpp"

namespace tamga::journal {
namespace {

constexpr sql::Statement kHead{
    "journal.head", "SELECT sequence, hash FROM journal WHERE lane = $1 ORDER BY sequence DESC LIMIT 1"};
constexpr sql::Statement kInsert{
    "journal.insert", "INSERT INTO journal (lane, sequence, entries, hash) VALUES ($1, $2, $3, $4)"};
constexpr sql::Statement kAll{"journal.all",
                              "SELECT lane, sequence, entries, hash FROM journal ORDER BY lane, sequence",
                              std::chrono::hours(24)};
constexpr sql::Statement kEnds{"journal.ends", "SELECT MAX(sequence) FROM journal GROUP BY lane"};
constexpr sql::Statement kLanes{"journal.lanes", "SELECT DISTINCT lane FROM journal ORDER BY lane"};
constexpr sql::Statement kBackwards{
    "journal.backwards", "SELECT sequence, entries FROM journal WHERE lane = $1 ORDER BY sequence DESC",
    std::chrono::hours(1)};

std::string_view bytes_of(Hash const& hash) {
  return {reinterpret_cast<char const*>(hash.data()), hash.size()};
}

Error damaged(std::int64_t lane, std::int64_t sequence, char const* why) {
  return Error(kJournalDamaged)
      .with("lane", std::to_string(lane))
      .with("sequence", std::to_string(sequence))
      .log(why);
}

/// The entries of a row; false when the bytes are none.
bool split(std::string_view bytes, std::vector<std::string_view>& entries) {
  ByteReader reader(bytes);
  std::uint64_t const count = reader.varint();
  for (std::uint64_t i = 0; i < count && reader.ok(); ++i) entries.push_back(reader.bytes());
  return reader.ok() && reader.done() && !entries.empty();
}

/// Appends the newest entries of a lane that are `wanted`, at most `limit`.
template <class Wanted>
Result<void> read_backwards(sql::Connection& connection, std::int64_t lane, std::size_t limit,
                            std::vector<Record>& out, Wanted&& wanted) {
  TAMGA_ASSIGN(rows, connection.query(kBackwards, lane));
  std::size_t found = 0;
  while (found < limit) {
    TAMGA_ASSIGN(more, rows.next());
    if (!more) break;
    std::int64_t sequence = rows.row().int64(0);
    std::vector<std::string_view> entries;
    if (!split(rows.row().blob(1), entries))
      return fail(damaged(lane, sequence, "entries cannot be told apart"));
    for (auto bytes = entries.rbegin(); bytes != entries.rend() && found < limit; ++bytes, --sequence) {
      TAMGA_ASSIGN(entry, Entry::decode(*bytes));
      if (!wanted(entry)) continue;
      out.push_back({lane, sequence, std::move(entry)});
      ++found;
    }
  }
  return {};
}

}  // namespace

Result<Journal> Journal::open(sql::Connection& connection, std::int64_t lane) {
  auto const read = [](sql::Row const& row) {
    Head head{row.int64(0), {}};
    auto const hash = row.blob(1);
    std::copy_n(hash.begin(), std::min(hash.size(), head.hash.size()), head.hash.begin());
    return head;
  };
  TAMGA_ASSIGN(head, connection.find(kHead, read, lane));
  return Journal(lane, head.value_or(Head{}));
}

Result<Head> Journal::append(sql::Connection& connection, std::span<Entry const> entries) const {
  if (entries.empty()) return head_;
  Head head = head_;
  std::string bytes;
  put_varint(bytes, entries.size());
  for (Entry const& entry : entries) {
    std::string const encoded = entry.encode();
    put_bytes(bytes, encoded);
    head.hash = link(lane_, ++head.sequence, head.hash, encoded);
  }
  TAMGA_TRY(
      connection.execute(kInsert, lane_, head.sequence, sql::Blob{bytes}, sql::Blob{bytes_of(head.hash)}));
  TAMGA_TRY(insert_index(connection, lane_, head.sequence, entries));
  return head;
}

Result<std::int64_t> entries(sql::Connection& connection) {
  std::int64_t sum = 0;
  TAMGA_ASSIGN(rows, connection.query(kEnds));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { sum += row.int64(0); }));
  return sum;
}

Result<std::vector<Entry>> entries_in(std::string_view row) {
  std::vector<std::string_view> parts;
  if (!split(row, parts)) return fail(Error(kJournalDamaged).log("entries cannot be told apart"));
  std::vector<Entry> entries;
  entries.reserve(parts.size());
  for (std::string_view const bytes : parts) {
    TAMGA_ASSIGN(entry, Entry::decode(bytes));
    entries.push_back(std::move(entry));
  }
  return entries;
}

Result<std::vector<std::pair<std::int64_t, Head>>> verify(
    sql::Connection& connection, std::function<Result<void>(Record const&)> const& visit) {
  std::vector<std::pair<std::int64_t, Head>> heads;
  TAMGA_ASSIGN(rows, connection.query(kAll));
  TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
    std::int64_t const lane = row.int64(0);
    std::int64_t const last = row.int64(1);
    if (heads.empty() || heads.back().first != lane) heads.emplace_back(lane, Head{});
    Head& head = heads.back().second;
    std::vector<std::string_view> entries;
    if (!split(row.blob(2), entries)) return fail(damaged(lane, last, "entries cannot be told apart"));
    if (head.sequence + static_cast<std::int64_t>(entries.size()) != last)
      return fail(damaged(lane, head.sequence + 1, "entry missing"));
    std::int64_t sequence = head.sequence;
    for (std::string_view const entry : entries) head.hash = link(lane, ++sequence, head.hash, entry);
    if (row.blob(3) != bytes_of(head.hash))
      return fail(damaged(lane, head.sequence + 1, "hash does not fit"));
    for (std::string_view const bytes : entries) {
      auto entry = Entry::decode(bytes);
      if (!entry) return fail(damaged(lane, head.sequence + 1, "entry cannot be read"));
      if (auto seen = visit(Record{lane, ++head.sequence, std::move(*entry)}); !seen) return seen;
    }
    return {};
  }));
  return heads;
}

Result<std::vector<Record>> entries_of(sql::Connection& connection, std::int64_t participant,
                                       std::int64_t before, int limit) {
  std::vector<std::int64_t> lanes;
  {
    TAMGA_ASSIGN(rows, connection.query(kLanes));
    TAMGA_TRY(rows.each([&](sql::Row const& row) { lanes.push_back(row.int64(0)); }));
  }
  std::vector<Record> records;
  for (std::int64_t const lane : lanes)
    TAMGA_TRY(read_backwards(
        connection, lane, static_cast<std::size_t>(limit), records,
        [&](Entry const& entry) { return entry.participant == participant && entry.at.value() < before; }));
  std::stable_sort(records.begin(), records.end(),
                   [](Record const& a, Record const& b) { return b.entry.at < a.entry.at; });
  if (records.size() > static_cast<std::size_t>(limit)) records.erase(records.begin() + limit, records.end());
  return records;
}

}  // namespace tamga::journal
