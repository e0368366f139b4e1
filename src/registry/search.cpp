// SPDX-License-Identifier: Apache-2.0
#include "registry/search.hpp"

#include "base/fold.hpp"
#include "sql/statement.hpp"

namespace tamga::registry {
namespace {

constexpr sql::Statement kAfter{
    "registry.participants.after",
    "SELECT participant, tax_id, name FROM participant WHERE participant > $1 ORDER BY participant"};

constexpr sql::Statement kCountParticipants{"registry.participants.count",
                                            "SELECT COUNT(*) FROM participant WHERE authority = 0"};

}  // namespace

ParticipantQuery::ParticipantQuery(std::string_view text) : wanted_(folded(text)) {}

bool ParticipantQuery::matches(std::string_view tax_id, std::string_view name) const {
  return tax_id.starts_with(wanted_) || folded(name).find(wanted_) != std::string::npos;
}

Result<std::vector<ParticipantNo>> search_participants(sql::Connection& connection, std::string_view text,
                                                       ParticipantNo after, int limit) {
  ParticipantQuery const query(text);
  std::vector<ParticipantNo> found;
  TAMGA_ASSIGN(rows, connection.query(kAfter, after));
  while (static_cast<int>(found.size()) < limit) {
    TAMGA_ASSIGN(more, rows.next());
    if (!more) break;
    if (query.matches(rows.row().text(1), rows.row().text(2)))
      found.push_back(rows.row().as<ParticipantNo>(0));
  }
  return found;
}

Result<std::int64_t> count_participants(sql::Connection& connection) {
  TAMGA_ASSIGN(found, connection.find(kCountParticipants, [](sql::Row const& row) { return row.int64(0); }));
  return found.value_or(0);
}

}  // namespace tamga::registry
