// SPDX-License-Identifier: Apache-2.0
#include "bench/peers/postgres.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>

#include "base/testing/source_path.hpp"
#include "bench/measure/child.hpp"
#include "bench/measure/cpu_time.hpp"

namespace tamga::bench {
namespace {

std::string script() { return source_path("tools/postgres.sh"); }

/// What a careful administrator sets on a machine with a few GiB for the database; durability stays as it is.
constexpr std::array kSettings{
    "shared_buffers = '4GB'", "effective_cache_size = '12GB'",
    "work_mem = '256MB'",     "maintenance_work_mem = '1GB'",
    "max_wal_size = '16GB'",  "checkpoint_timeout = '30min'",
    "wal_buffers = '64MB'",   "wal_compression = 'lz4'",
    "random_page_cost = 1.1", "jit = off",
    "autovacuum = off",
};

PGconn* as_connection(void* connection) { return static_cast<PGconn*>(connection); }

void check(PGconn* connection, PGresult* result) {
  auto const status = PQresultStatus(result);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN) return;
  give_up(fmt::format("PostgreSQL: {}", PQerrorMessage(connection)));
}

}  // namespace

Postgres::Postgres() {
  unsetenv("TAMGA_PG_FAST");
  setenv("TAMGA_PG_OWNER", std::to_string(getpid()).c_str(), 1);
  std::string const dir = folder_.path().string();
  std::string const printed = output_of({script(), "start", dir});
  url_ = printed.substr(0, printed.find('\n'));
  {
    auto session = connect();
    for (std::string const setting : kSettings) session.run("ALTER SYSTEM SET " + setting);
  }
  std::string const restart = fmt::format(
      "cd / && {} /usr/lib/postgresql/15/bin/pg_ctl -D {}/data -l {}/data/server.log -w -t 60 restart",
      geteuid() == 0 ? "runuser -u postgres --" : "", dir, dir);
  output_of({"sh", "-c", restart + " </dev/null >/dev/null 2>&1"});
  std::ifstream pid(dir + "/data/postmaster.pid");
  pid >> postmaster_;
  require(postmaster_ > 0, "PostgreSQL did not start");
}

Postgres::~Postgres() { output_of({script(), "stop", folder_.path().string()}, true); }

double Postgres::cpu_seconds() const { return tree_cpu(postmaster_); }

void Postgres::Session::Closer::operator()(void* connection) const { PQfinish(as_connection(connection)); }

Postgres::Session::Session(std::string const& url) : connection_(PQconnectdb(url.c_str())) {
  if (PQstatus(as_connection(connection_.get())) != CONNECTION_OK)
    give_up(fmt::format("PostgreSQL: {}", PQerrorMessage(as_connection(connection_.get()))));
  run("SET client_min_messages = warning");
}

void Postgres::Session::run(std::string const& sql) {
  PGresult* result = PQexec(as_connection(connection_.get()), sql.c_str());
  check(as_connection(connection_.get()), result);
  PQclear(result);
}

std::int64_t Postgres::Session::number(std::string const& sql) {
  PGresult* result = PQexec(as_connection(connection_.get()), sql.c_str());
  check(as_connection(connection_.get()), result);
  require(PQntuples(result) == 1, "one row expected: " + sql);
  std::int64_t const value = std::atoll(PQgetvalue(result, 0, 0));
  PQclear(result);
  return value;
}

void Postgres::Session::copy(std::string const& sql, std::string_view lines) {
  PGconn* const connection = as_connection(connection_.get());
  PGresult* result = PQexec(connection, sql.c_str());
  check(connection, result);
  PQclear(result);
  constexpr std::size_t kPiece = 1 << 20;
  for (std::size_t at = 0; at < lines.size(); at += kPiece) {
    auto const piece = lines.substr(at, kPiece);
    require(PQputCopyData(connection, piece.data(), static_cast<int>(piece.size())) == 1, "COPY");
  }
  require(PQputCopyEnd(connection, nullptr) == 1, "COPY");
  result = PQgetResult(connection);
  check(connection, result);
  PQclear(result);
  while (PGresult* rest = PQgetResult(connection)) PQclear(rest);
}

Sample Postgres::pgbench(std::string const& script, int clients, int seconds) const {
  auto const file = folder_.path() / "script.sql";
  std::ofstream(file) << script;
  double const server = cpu_seconds();
  double const client = children_cpu();
  std::string const text =
      output_of({"pgbench", "-n", "-M", "prepared", "-f", file.string(), "-c", std::to_string(clients), "-j",
                 "2", "-T", std::to_string(seconds), url_});
  std::string const key = "tps = ";
  auto const at = text.find(key);
  require(at != std::string::npos, "pgbench said: " + text);
  require(text.find("number of failed transactions: 0 ") != std::string::npos, "pgbench failed: " + text);
  return {std::atof(text.c_str() + at + key.size()), cpu_seconds() - server + children_cpu() - client};
}

std::string row_key(std::int64_t number) { return fmt::format("{}{:013}", kRowKey, number); }

void make_code_rows(Postgres::Session& session, std::int64_t codes) {
  session.run(
      "CREATE TABLE code (code text NOT NULL, id bigint NOT NULL, status smallint NOT NULL, marks smallint "
      "NOT NULL, "
      "owner integer NOT NULL, parent bigint, lot bigint, changed timestamptz NOT NULL) WITH (fillfactor = "
      "90);"
      "CREATE TABLE history (id bigint NOT NULL, document bigint NOT NULL, event smallint NOT NULL, at "
      "timestamptz "
      "NOT NULL)");
  session.run(fmt::format(
      "INSERT INTO code SELECT '{}' || lpad(i::text, 13, '0'), i, 3, 0, 2, NULL, 1 + i / 1000, now() "
      "FROM generate_series(1, {}) AS i",
      kRowKey, codes));
  session.run("ALTER TABLE code ADD PRIMARY KEY (code); CREATE INDEX history_id ON history (id)");
  session.run("VACUUM ANALYZE code");
  session.run("CHECKPOINT");
}

}  // namespace tamga::bench
