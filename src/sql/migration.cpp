// SPDX-License-Identifier: Apache-2.0
#include "sql/migration.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include "sql/errors.hpp"
#include "sql/transaction.hpp"
#include "sql/turn.hpp"

namespace tamga::sql {
namespace {

constexpr std::string_view kTable = R"sql(
CREATE TABLE IF NOT EXISTS migration (
  room {text} NOT NULL,
  number {integer} NOT NULL,
  name {text} NOT NULL,
  fingerprint {text} NOT NULL,
  at {integer} NOT NULL,
  PRIMARY KEY (room, number)
) {strict};
)sql";
constexpr Statement kRecorded{"migration.recorded",
                              "SELECT number, fingerprint FROM migration WHERE room = $1 ORDER BY number"};
constexpr Statement kRecord{
    "migration.record",
    "INSERT INTO migration (room, number, name, fingerprint, at) VALUES ($1, $2, $3, $4, $5)"};
constexpr Statement kCitus{"migration.citus", "SELECT 1 FROM pg_extension WHERE extname = 'citus'"};
constexpr Turn kMigrating{"sql.migration"};

std::string fingerprint(Migration const& step) {
  XXH128_hash_t const hash = XXH3_128bits(step.text.data(), step.text.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

Error place(ErrorKind const& kind, std::string_view room, std::int64_t number) {
  return Error(kind).with("room", std::string(room)).with("number", std::to_string(number));
}

/// How many steps are recorded; refuses what does not fit the program.
Result<std::size_t> recorded(Connection& connection, std::string_view room,
                             std::span<Migration const> migrations) {
  std::size_t count = 0;
  TAMGA_ASSIGN(rows, connection.query(kRecorded, room));
  TAMGA_TRY(rows.each([&](Row const& row) -> Result<void> {
    if (count >= migrations.size()) return fail(place(kMigrationNewer, room, row.int64(0)));
    Migration const& step = migrations[count++];
    if (row.int64(0) != step.number || row.text(1) != fingerprint(step))
      return fail(place(kMigrationChanged, room, row.int64(0)));
    return {};
  }));
  return count;
}

Result<void> distribute(Connection& connection, std::span<Distribution const> tables) {
  if (tables.empty() || connection.engine() == Engine::Sqlite) return {};
  TAMGA_ASSIGN(citus, connection.find(kCitus, [](Row const&) { return true; }));
  if (!citus) return {};
  for (Distribution const& table : tables) TAMGA_TRY(connection.script(citus_call(table)));
  return {};
}

/// One step, or nothing when all are done.
Result<bool> migrate_once(Connection& connection, std::string_view room,
                          std::span<Migration const> migrations, Clock const& clock) {
  TAMGA_ASSIGN(transaction, Transaction::begin(connection));
  TAMGA_TRY(take_turn(connection, kMigrating));
  TAMGA_TRY(connection.script(kTable));
  TAMGA_ASSIGN(done, recorded(connection, room, migrations));
  if (done < migrations.size()) {
    Migration const& step = migrations[done];
    TAMGA_TRY(connection.script(step.text));
    TAMGA_TRY(distribute(connection, step.distribution));
    TAMGA_TRY(connection.execute(kRecord, room, step.number, step.name, fingerprint(step), clock.now()));
  }
  TAMGA_TRY(transaction.commit());
  return done < migrations.size();
}

}  // namespace

std::string citus_call(Distribution const& distribution) {
  if (distribution.column.empty())
    return fmt::format("SELECT create_reference_table('{}')", distribution.table);
  if (distribution.colocate_with.empty())
    return fmt::format("SELECT create_distributed_table('{}', '{}')", distribution.table,
                       distribution.column);
  return fmt::format("SELECT create_distributed_table('{}', '{}', colocate_with => '{}')", distribution.table,
                     distribution.column, distribution.colocate_with);
}

Result<void> migrate(Store& store, std::string_view room, std::span<Migration const> migrations,
                     Clock const& clock) {
  TAMGA_ASSIGN(writer, store.writer());
  while (true) {
    TAMGA_ASSIGN(more, migrate_once(*writer, room, migrations, clock));
    if (!more) return {};
  }
}

}  // namespace tamga::sql
