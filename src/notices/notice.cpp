// SPDX-License-Identifier: Apache-2.0
#include "notices/notice.hpp"

#include "sql/statement.hpp"

namespace tamga::notices {
namespace {

constexpr sql::Statement kInsert{
    "notices.insert",
    "INSERT INTO notice (participant, notice, at, event, data) VALUES ($1, $2, $3, $4, $5)"};
constexpr sql::Statement kOf{
    "notices.of",
    "SELECT notice, at, event, data FROM notice WHERE participant = $1 AND notice < $2 "
    "ORDER BY notice DESC LIMIT $3"};
constexpr sql::Statement kMarkOf{"notices.mark_of",
                                 "SELECT up_to FROM notice_mark WHERE participant = $1 AND reader = $2"};
constexpr sql::Statement kUnread{"notices.unread",
                                 "SELECT count(*) FROM (SELECT notice FROM notice WHERE participant = $1 AND "
                                 "notice > $2 LIMIT $3) AS part"};
constexpr sql::Statement kMark{
    "notices.mark",
    "INSERT INTO notice_mark (participant, reader, up_to) VALUES ($1, $2, $3) ON CONFLICT (participant, "
    "reader) "
    "DO UPDATE SET up_to = CASE WHEN excluded.up_to > notice_mark.up_to THEN excluded.up_to ELSE "
    "notice_mark.up_to END"};
constexpr sql::Statement kForget{"notices.forget", "DELETE FROM notice WHERE at < $1"};

}  // namespace

Result<void> keep(sql::Connection& connection, NumberSource& numbers, UnixMs at,
                  std::span<Notice const> notices) {
  if (notices.empty()) return {};
  sql::Batch rows(5);
  for (Notice const& one : notices) rows.add(one.to, numbers.next(), at, one.event, one.data);
  TAMGA_TRY(connection.batch(kInsert, rows));
  return {};
}

Result<std::vector<KeptNotice>> notices_of(sql::Connection& connection, ledger::ParticipantNo participant,
                                           NoticeNo before, int limit) {
  std::vector<KeptNotice> out;
  TAMGA_ASSIGN(rows, connection.query(kOf, participant, before, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    out.push_back(
        {row.as<NoticeNo>(0), row.as<UnixMs>(1), std::string(row.text(2)), std::string(row.text(3))});
  }));
  return out;
}

Result<NoticeNo> mark_of(sql::Connection& connection, ledger::ParticipantNo participant, Reader reader) {
  TAMGA_ASSIGN(found,
               connection.find(
                   kMarkOf, [](sql::Row const& row) { return row.as<NoticeNo>(0); }, participant, reader));
  return found.value_or(NoticeNo());
}

Result<std::int64_t> unread(sql::Connection& connection, ledger::ParticipantNo participant, Reader reader) {
  TAMGA_ASSIGN(seen, mark_of(connection, participant, reader));
  TAMGA_ASSIGN(
      count, connection.find(
                 kUnread, [](sql::Row const& row) { return row.int64(0); }, participant, seen, kMostCounted));
  return count.value_or(0);
}

Result<void> mark(sql::Connection& connection, ledger::ParticipantNo participant, Reader reader,
                  NoticeNo up_to) {
  TAMGA_TRY(connection.execute(kMark, participant, reader, up_to));
  return {};
}

Result<std::int64_t> forget(sql::Connection& connection, UnixMs at) {
  return connection.execute(kForget, at);
}

}  // namespace tamga::notices
