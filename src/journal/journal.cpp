// SPDX-License-Identifier: Apache-2.0
#include "journal/journal.hpp"

#include <algorithm>

#include "journal/errors.hpp"

namespace tamga::journal {
namespace {

constexpr sql::Statement kHead{
    "journal.head", "SELECT sequence, hash FROM journal WHERE lane = $1 ORDER BY sequence DESC LIMIT 1"};
constexpr sql::Statement kInsert{
    "journal.insert",
    "INSERT INTO journal (lane, sequence, at, participant, entry, hash) VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr sql::Statement kAll{
    "journal.all",
    "SELECT lane, sequence, at, participant, entry, hash FROM journal ORDER BY lane, sequence"};
constexpr sql::Statement kOf{"journal.of",
                             "SELECT lane, sequence, entry FROM journal WHERE participant = $1 AND at < $2 "
                             "ORDER BY at DESC, sequence DESC LIMIT $3"};

std::string_view bytes_of(Hash const& hash) {
  return {reinterpret_cast<char const*>(hash.data()), hash.size()};
}

Error damaged(std::int64_t lane, std::int64_t sequence, char const* why) {
  return Error(kJournalDamaged)
      .with("lane", std::to_string(lane))
      .with("sequence", std::to_string(sequence))
      .log(why);
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
  Head head = head_;
  std::vector<std::string> bytes;
  std::vector<Hash> hashes;
  bytes.reserve(entries.size());
  hashes.reserve(entries.size());
  sql::Batch rows(6);
  for (Entry const& entry : entries) {
    std::string& encoded = bytes.emplace_back(entry.encode());
    head.hash = link(lane_, head.sequence + 1, head.hash, encoded);
    ++head.sequence;
    hashes.push_back(head.hash);
    rows.add(lane_, head.sequence, entry.at, entry.participant, sql::Blob{encoded},
             sql::Blob{bytes_of(hashes.back())});
  }
  if (!rows.empty()) TAMGA_TRY(connection.batch(kInsert, rows));
  return head;
}

Result<std::vector<std::pair<std::int64_t, Head>>> verify(
    sql::Connection& connection, std::function<Result<void>(Record const&)> const& visit) {
  std::vector<std::pair<std::int64_t, Head>> heads;
  TAMGA_ASSIGN(rows, connection.query(kAll));
  TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
    std::int64_t const lane = row.int64(0);
    std::int64_t const sequence = row.int64(1);
    if (heads.empty() || heads.back().first != lane) heads.emplace_back(lane, Head{});
    Head& head = heads.back().second;
    if (sequence != head.sequence + 1) return fail(damaged(lane, head.sequence + 1, "entry missing"));
    head = {sequence, link(lane, sequence, head.hash, row.blob(4))};
    if (row.blob(5) != bytes_of(head.hash)) return fail(damaged(lane, sequence, "hash does not fit"));
    auto entry = Entry::decode(row.blob(4));
    if (!entry) return fail(damaged(lane, sequence, "entry cannot be read"));
    if (entry->at.value() != row.int64(2) || entry->participant != row.int64(3))
      return fail(damaged(lane, sequence, "search columns differ from the entry"));
    return visit(Record{lane, sequence, std::move(*entry)});
  }));
  return heads;
}

Result<std::vector<Record>> entries_of(sql::Connection& connection, std::int64_t participant,
                                       std::int64_t before, int limit) {
  std::vector<Record> records;
  TAMGA_ASSIGN(rows, connection.query(kOf, participant, before, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
    TAMGA_ASSIGN(entry, Entry::decode(row.blob(2)));
    records.push_back({row.int64(0), row.int64(1), std::move(entry)});
    return {};
  }));
  return records;
}

}  // namespace tamga::journal
