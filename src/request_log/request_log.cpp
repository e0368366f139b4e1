// SPDX-License-Identifier: Apache-2.0
#include "request_log/request_log.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "sql/bulk.hpp"
#include "sql/text_rule.hpp"
#include "sql/transaction.hpp"

namespace tamga::request_log {
namespace {

constexpr std::size_t kAtOnce = 1000;
constexpr std::int64_t kDayMs = 86'400'000;

sql::Bulk const& table() {
  using sql::ColumnKind;
  static sql::Bulk const requests("api_request", {{"participant"}, {"entry"}},
                                  {{"at"},
                                   {"api_key", ColumnKind::Text},
                                   {"method", ColumnKind::Text},
                                   {"path", ColumnKind::Text},
                                   {"status"},
                                   {"duration_us"},
                                   {"error", ColumnKind::Text},
                                   {"request_id", ColumnKind::Text},
                                   {"address", ColumnKind::Text}});
  return requests;
}

constexpr sql::Statement kWriters{"request_log.writers",
                                  "SELECT participant FROM api_request GROUP BY participant"};
constexpr sql::Statement kOlder{
    "request_log.older", "SELECT participant, entry FROM api_request WHERE at < $1 ORDER BY at LIMIT $2"};
constexpr sql::Statement kBeyond{
    "request_log.beyond",
    "SELECT entry FROM api_request WHERE participant = $1 ORDER BY entry DESC LIMIT 1 OFFSET $2"};
constexpr sql::Statement kUpTo{"request_log.up_to",
                               "SELECT participant, entry FROM api_request WHERE participant = $1 AND "
                               "entry <= $2 ORDER BY entry LIMIT $3"};
constexpr sql::Statement kDrop{"request_log.drop",
                               "DELETE FROM api_request WHERE participant = $1 AND entry = $2"};

/// The id of a request may come from a proxy: bytes that the store refuses would keep all lines waiting.
std::string_view storable(std::string const& text) {
  return sql::is_storable_text(text) ? std::string_view(text) : std::string_view("?");
}

using Key = std::pair<std::int64_t, std::int64_t>;

template <class... Args>
Result<std::vector<Key>> keys_of(sql::Store& store, sql::Statement const& statement, Args const&... args) {
  std::vector<Key> keys;
  TAMGA_ASSIGN(reader, store.reader());
  TAMGA_ASSIGN(rows, reader->query(statement, args...));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { keys.emplace_back(row.int64(0), row.int64(1)); }));
  return keys;
}

Result<std::int64_t> drop(sql::Store& store, std::vector<Key> const& keys) {
  if (keys.empty()) return std::int64_t{0};
  sql::Batch rows(2);
  rows.reserve(keys.size());
  for (auto const& [participant, entry] : keys) rows.add(participant, entry);
  TAMGA_ASSIGN(writer, store.writer());
  TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
  TAMGA_ASSIGN(dropped, writer->batch(kDrop, rows));
  TAMGA_TRY(transaction.commit());
  return dropped;
}

}  // namespace

RequestLog::RequestLog(sql::Store& store, Clock const& clock, std::int64_t lane, Limits limits)
    : store_(&store), clock_(&clock), limits_(limits), numbers_(clock, lane) {}

void RequestLog::keep(Entry entry) {
  std::lock_guard const lock(mutex_);
  if (waiting_.size() >= limits_.waiting) {
    not_kept_.fetch_add(1, std::memory_order_relaxed);
    return;
  }
  waiting_.push_back(std::move(entry));
}

void RequestLog::take_waiting() {
  std::vector<Entry> entries;
  {
    std::lock_guard const lock(mutex_);
    entries.swap(waiting_);
  }
  taken_.reserve(entries.size());
  for (Entry& entry : entries) taken_.push_back({numbers_.next(), std::move(entry)});
}

Result<void> RequestLog::write() {
  std::lock_guard const lock(writing_);
  if (taken_.empty()) take_waiting();
  while (!taken_.empty()) {
    std::size_t const count = std::min(kAtOnce, taken_.size());
    TAMGA_TRY(write_some(count));
    taken_.erase(taken_.begin(), taken_.begin() + static_cast<std::ptrdiff_t>(count));
  }
  return {};
}

/// One transaction. A commit that happened unseen is repeated under the same numbers.
Result<void> RequestLog::write_some(std::size_t count) {
  sql::Batch rows(11);
  rows.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    auto const& [number, entry] = taken_[i];
    rows.add(entry.participant, number, entry.at, storable(entry.api_key), storable(entry.method),
             storable(entry.path), entry.status, entry.duration_us, storable(entry.error),
             storable(entry.request_id), storable(entry.address));
    touched_.insert(entry.participant);
  }
  TAMGA_ASSIGN(writer, store_->writer());
  TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
  TAMGA_TRY(table().insert(*writer, rows, sql::OnExisting::Keep));
  return transaction.commit();
}

/// Who may have too many lines: at first everybody who has some.
Result<std::vector<ledger::ParticipantNo>> RequestLog::lately_written() {
  std::lock_guard const lock(writing_);
  std::set<ledger::ParticipantNo> all;
  if (!dropped_before_) {
    TAMGA_ASSIGN(reader, store_->reader());
    TAMGA_ASSIGN(rows, reader->query(kWriters));
    TAMGA_TRY(rows.each([&](sql::Row const& row) { all.insert(row.as<ledger::ParticipantNo>(0)); }));
  }
  dropped_before_ = true;
  all.merge(touched_);
  touched_.clear();
  return std::vector<ledger::ParticipantNo>(all.begin(), all.end());
}

Result<std::int64_t> RequestLog::drop_before(UnixMs moment) {
  std::int64_t dropped = 0;
  for (;;) {
    TAMGA_ASSIGN(keys, keys_of(*store_, kOlder, moment, static_cast<std::int64_t>(kAtOnce)));
    TAMGA_ASSIGN(count, drop(*store_, keys));
    dropped += count;
    if (keys.size() < kAtOnce) return dropped;
    TAMGA_TRY(write());
  }
}

Result<std::int64_t> RequestLog::drop_beyond(ledger::ParticipantNo participant) {
  std::optional<std::int64_t> last;
  {
    TAMGA_ASSIGN(reader, store_->reader());
    TAMGA_ASSIGN(found, reader->find(
                            kBeyond, [](sql::Row const& row) { return row.int64(0); }, participant,
                            limits_.of_participant));
    last = found;
  }
  std::int64_t dropped = 0;
  while (last) {
    TAMGA_ASSIGN(keys, keys_of(*store_, kUpTo, participant, *last, static_cast<std::int64_t>(kAtOnce)));
    TAMGA_ASSIGN(count, drop(*store_, keys));
    dropped += count;
    if (keys.size() < kAtOnce) break;
    TAMGA_TRY(write());
  }
  return dropped;
}

Result<std::int64_t> RequestLog::drop_old() {
  TAMGA_ASSIGN(dropped, drop_before(UnixMs(clock_->now().value() - limits_.days * kDayMs)));
  TAMGA_ASSIGN(participants, lately_written());
  for (ledger::ParticipantNo const participant : participants) {
    TAMGA_ASSIGN(count, drop_beyond(participant));
    dropped += count;
  }
  return dropped;
}

}  // namespace tamga::request_log
