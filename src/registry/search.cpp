// SPDX-License-Identifier: Apache-2.0
#include "registry/search.hpp"

#include "base/fold.hpp"
#include "sql/statement.hpp"

namespace tamga::registry {
namespace {

constexpr sql::Statement kAfter{
    "registry.participants.after",
    "SELECT participant, tax_id, name FROM participant WHERE participant > $1 ORDER BY participant"};

}  // namespace

Result<std::vector<ParticipantNo>> search_participants(sql::Connection& connection, std::string_view text,
                                                       ParticipantNo after, int limit) {
  std::string const wanted = folded(text);
  std::vector<ParticipantNo> found;
  TAMGA_ASSIGN(rows, connection.query(kAfter, after));
  while (static_cast<int>(found.size()) < limit) {
    TAMGA_ASSIGN(more, rows.next());
    if (!more) break;
    if (rows.row().text(1).starts_with(wanted) ||
        folded(rows.row().text(2)).find(wanted) != std::string::npos)
      found.push_back(rows.row().as<ParticipantNo>(0));
  }
  return found;
}

}  // namespace tamga::registry
