// SPDX-License-Identifier: Apache-2.0
#include "registrars/printing.hpp"

#include <algorithm>

#include "registrars/tables.hpp"

namespace tamga::registrars {
namespace {

constexpr char kBetweenGroups = ' ';

std::vector<std::string> parted(std::string_view groups) {
  std::vector<std::string> out;
  while (!groups.empty()) {
    auto const end = std::min(groups.find(kBetweenGroups), groups.size());
    out.emplace_back(groups.substr(0, end));
    groups.remove_prefix(std::min(end + 1, groups.size()));
  }
  return out;
}

PrintRecord read(sql::Row const& row) {
  return {.document = row.as<ledger::DocumentNo>(0),
          .part = static_cast<int>(row.int64(1)),
          .participant = row.as<ParticipantNo>(2),
          .registrar = row.as<RegistrarNo>(3),
          .what = static_cast<Printing>(row.int64(4)),
          .grade = std::string(row.text(5)),
          .line = std::string(row.text(6)),
          .production_order = std::string(row.text(7)),
          .at = row.as<UnixMs>(8),
          .codes = row.int64(9),
          .groups = parted(row.text(10))};
}

}  // namespace

Result<void> insert_record(sql::Connection& connection, PrintRecord const& record) {
  std::string groups;
  for (std::string const& group : record.groups) {
    if (!groups.empty()) groups += kBetweenGroups;
    groups += group;
  }
  TAMGA_TRY(connection.execute(kInsertRecord, record.document, record.part, record.participant,
                               record.registrar, record.what, record.grade, record.line,
                               record.production_order, record.at, record.codes, groups));
  return {};
}

Result<std::vector<PrintRecord>> records_of(sql::Connection& connection, PrintQuestion const& question,
                                            int limit) {
  TAMGA_ASSIGN(rows, connection.query(kRecordsOf, question.participant, question.before, question.registrar,
                                      question.production_order, static_cast<std::int64_t>(limit)));
  std::vector<PrintRecord> found;
  TAMGA_TRY(rows.each([&](sql::Row const& row) { found.push_back(read(row)); }));
  return found;
}

Result<std::vector<PrintTotal>> totals_of(sql::Connection& connection, RegistrarNo registrar) {
  TAMGA_ASSIGN(rows, connection.query(kTotals, registrar));
  std::vector<PrintTotal> found;
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    found.push_back({static_cast<Printing>(row.int64(0)), std::string(row.text(1)), row.int64(2)});
  }));
  return found;
}

}  // namespace tamga::registrars
