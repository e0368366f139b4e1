// SPDX-License-Identifier: Apache-2.0
#include "audit/run_book.hpp"

#include <limits>

#include "shape/decode.hpp"
#include "shape/encode.hpp"
#include "sql/statement.hpp"

namespace tamga::audit {
namespace {

constexpr sql::Statement kPut{
    "audit.put",
    "INSERT INTO audit_run (run, subject, asked_by, began_at, ended_at, report, fault) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (run) DO NOTHING"};
constexpr sql::Statement kHas{"audit.has", "SELECT subject FROM audit_run WHERE run = $1"};
constexpr sql::Statement kRuns{
    "audit.runs",
    "SELECT run, subject, asked_by, began_at, ended_at, report, fault FROM audit_run "
    "WHERE run < $1 AND ($2 = 0 OR subject = $2) ORDER BY run DESC LIMIT $3"};

Result<Run> read_run(sql::Row const& row) {
  Run run{.number = row.as<RunNo>(0),
          .subject = row.as<Subject>(1),
          .asked_by = std::string(row.text(2)),
          .began_at = row.as<UnixMs>(3),
          .ended_at = row.as<UnixMs>(4)};
  std::string_view const report = row.text(5);
  TAMGA_ASSIGN(read, shape::decode<Report>(report));
  run.report = std::move(read);
  if (std::string_view const found = row.text(6); !found.empty()) {
    TAMGA_ASSIGN(fault, shape::decode<Fault>(found));
    run.fault = std::move(fault);
  }
  return run;
}

}  // namespace

Fault Fault::of(Error const& error) {
  Fault fault{std::string(error.name()), {}};
  for (auto const& [name, value] : error.arguments()) fault.values.push_back({name, value});
  return fault;
}

Result<bool> put(sql::Connection& connection, Run const& run) {
  TAMGA_ASSIGN(there, connection.find(
                          kHas, [](sql::Row const& row) { return row.int64(0); }, run.number));
  if (there) return false;
  TAMGA_TRY(connection.execute(kPut, run.number, run.subject, run.asked_by, run.began_at, run.ended_at,
                               shape::encode(run.report), run.fault ? shape::encode(*run.fault) : ""));
  return true;
}

Result<std::vector<Run>> runs(sql::Connection& connection, std::optional<Subject> subject, RunNo before,
                              int limit) {
  std::vector<Run> found;
  auto const of = static_cast<std::int64_t>(subject ? static_cast<int>(*subject) : 0);
  TAMGA_ASSIGN(rows, connection.query(kRuns, before, of, static_cast<std::int64_t>(limit)));
  TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
    TAMGA_ASSIGN(run, read_run(row));
    found.push_back(std::move(run));
    return {};
  }));
  return found;
}

Result<std::optional<Run>> last_run(sql::Connection& connection, Subject subject) {
  TAMGA_ASSIGN(found, runs(connection, subject, RunNo(std::numeric_limits<std::int64_t>::max()), 1));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

}  // namespace tamga::audit
