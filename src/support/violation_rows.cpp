// SPDX-License-Identifier: Apache-2.0
#include "support/violation_rows.hpp"

#include "sql/statement.hpp"
#include "support/errors.hpp"

namespace tamga::support {
namespace {

#define TAMGA_VIOLATION_COLUMNS                                                                       \
  "violation, secret, kind, code, gtin, holder, owner, shop, address, latitude, longitude, content, " \
  "language, contact, origin, reported_at, state, taken_by, taken_person, decided_at, decided_by, answer"

constexpr sql::Statement kInsert{"support.violation.insert",
                                 "INSERT INTO violation (" TAMGA_VIOLATION_COLUMNS
                                 ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, "
                                 "$15, $16, $17, $18, $19, $20, $21, $22)"};
constexpr sql::Statement kUpdate{
    "support.violation.update",
    "UPDATE violation SET state = $2, taken_by = $3, taken_person = $4, decided_at = $5, decided_by = $6, "
    "answer = $7, contact = $8 WHERE violation = $1"};
constexpr sql::Statement kFind{"support.violation",
                               "SELECT " TAMGA_VIOLATION_COLUMNS " FROM violation WHERE violation = $1"};
constexpr sql::Statement kQueue{
    "support.violations.queue",
    "SELECT " TAMGA_VIOLATION_COLUMNS
    " FROM violation WHERE violation > $1 AND state = COALESCE($2, state) AND kind = COALESCE($3, kind) "
    "ORDER BY violation LIMIT $4"};
constexpr sql::Statement kAbout{
    "support.violations.about",
    "SELECT " TAMGA_VIOLATION_COLUMNS
    " FROM violation WHERE (holder = $1 OR owner = $1) AND violation < $2 ORDER BY violation DESC LIMIT $3"};
constexpr sql::Statement kCount{
    "support.violations.count",
    "SELECT COUNT(*) FROM violation WHERE origin = $1 AND reported_at > $2 AND origin <> ''"};
constexpr sql::Statement kOldContacts{
    "support.violations.contacts",
    "SELECT " TAMGA_VIOLATION_COLUMNS
    " FROM violation WHERE contact <> '' AND decided_at < $1 ORDER BY decided_at LIMIT $2"};
constexpr sql::Statement kOldOrigin{
    "support.violations.origin",
    "SELECT violation FROM violation WHERE origin <> '' AND reported_at < $1 LIMIT 1"};
constexpr sql::Statement kEraseOrigins{
    "support.violations.origins", "UPDATE violation SET origin = '' WHERE origin <> '' AND reported_at < $1"};

#undef TAMGA_VIOLATION_COLUMNS

Violation violation_of(sql::Row const& row) {
  Violation out{.number = row.as<ViolationNo>(0),
                .secret = std::string(row.text(1)),
                .kind = std::string(row.text(2)),
                .code = std::string(row.text(3)),
                .gtin = std::string(row.text(4)),
                .holder = row.as<ledger::ParticipantNo>(5),
                .owner = row.as<ledger::ParticipantNo>(6),
                .place = {.shop = std::string(row.text(7)),
                          .address = std::string(row.text(8)),
                          .latitude = row.optional_int64(9),
                          .longitude = row.optional_int64(10)},
                .text = std::string(row.text(11)),
                .language = language_of(row.text(12)).value_or(Language::Ru),
                .contact = std::string(row.text(13)),
                .origin = std::string(row.text(14)),
                .reported = row.as<UnixMs>(15),
                .state = row.as<ViolationState>(16),
                .taken_by = row.as<registry::UserNo>(17),
                .taken_person = std::string(row.text(18))};
  if (!row.is_null(19)) out.decided = row.as<UnixMs>(19);
  out.decided_by = row.text(20);
  out.answer = row.text(21);
  return out;
}

Result<std::vector<Violation>> all_of(Result<sql::Rows> rows) {
  if (!rows) return fail(std::move(rows).error());
  std::vector<Violation> out;
  TAMGA_TRY(rows->each([&](sql::Row const& row) { out.push_back(violation_of(row)); }));
  return out;
}

}  // namespace

Result<Violation> find_violation(sql::Connection& connection, ViolationNo number) {
  TAMGA_ASSIGN(found, connection.find(kFind, violation_of, number));
  if (!found) return fail(kViolationUnknown);
  return *std::move(found);
}

Result<std::vector<Violation>> violations(sql::Connection& connection, ViolationFilter const& filter,
                                          ViolationNo after, int limit) {
  return all_of(connection.query(kQueue, after, filter.state, filter.kind, limit));
}

Result<std::vector<Violation>> violations_about(sql::Connection& connection, ledger::ParticipantNo whose,
                                                ViolationNo before, int limit) {
  return all_of(connection.query(kAbout, whose, before, limit));
}

Result<std::int64_t> count_violations(sql::Connection& connection, std::string_view origin, UnixMs after) {
  TAMGA_ASSIGN(count, connection.find(
                          kCount, [](sql::Row const& row) { return row.int64(0); }, origin, after));
  return count.value_or(0);
}

Result<std::vector<Violation>> with_old_contacts(sql::Connection& connection, UnixMs decided_before,
                                                 int limit) {
  return all_of(connection.query(kOldContacts, decided_before, limit));
}

Result<void> insert(sql::Connection& connection, Violation const& one) {
  TAMGA_TRY(connection.execute(kInsert, one.number, one.secret, one.kind, one.code, one.gtin, one.holder,
                               one.owner, one.place.shop, one.place.address, one.place.latitude,
                               one.place.longitude, one.text, code_of(one.language), one.contact, one.origin,
                               one.reported, one.state, one.taken_by, one.taken_person, one.decided,
                               one.decided_by, one.answer));
  return {};
}

Result<void> update(sql::Connection& connection, Violation const& one) {
  TAMGA_TRY(connection.execute(kUpdate, one.number, one.state, one.taken_by, one.taken_person, one.decided,
                               one.decided_by, one.answer, one.contact));
  return {};
}

Result<bool> has_origins(sql::Connection& connection, UnixMs before) {
  TAMGA_ASSIGN(found, connection.find(
                          kOldOrigin, [](sql::Row const& row) { return row.int64(0); }, before));
  return found.has_value();
}

Result<std::int64_t> erase_origins(sql::Connection& connection, UnixMs before) {
  return connection.execute(kEraseOrigins, before);
}

}  // namespace tamga::support
