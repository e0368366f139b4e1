// SPDX-License-Identifier: Apache-2.0
#include "registry/profiled.hpp"

#include "sql/statement.hpp"

namespace tamga::registry {
namespace {

constexpr sql::Statement kProfiled{"registry.profiled",
                                   "SELECT participant FROM profile ORDER BY participant"};

}  // namespace

Result<std::vector<ledger::ParticipantNo>> profiled(sql::Connection& connection) {
  std::vector<ledger::ParticipantNo> out;
  TAMGA_ASSIGN(rows, connection.query(kProfiled));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(row.as<ledger::ParticipantNo>(0)); }));
  return out;
}

}  // namespace tamga::registry
