// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <utility>

#include "contracts/contracts.hpp"
#include "contracts/tables.hpp"

namespace tamga::contracts {

bool ActiveGroups::allows(std::string_view group) const {
  return connected && (every_group || std::find(groups.begin(), groups.end(), group) != groups.end());
}

Result<ActiveGroups> Contracts::active_groups(sql::Connection& connection, ParticipantNo participant,
                                              std::vector<std::string> const& types, Date day) const {
  std::set<std::pair<std::string, std::string>> in_force;
  TAMGA_ASSIGN(rows, connection.query(kInForce, participant, day.days()));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { in_force.emplace(row.text(0), row.text(1)); }));
  ActiveGroups out{.connected = true, .every_group = true, .groups = {}};
  std::set<std::string> groups;
  for (ContractTemplate const& kind : templates_->all()) {
    if (!kind.gates || !kind.needed(types)) continue;
    if (kind.scope == Scope::Participant) {
      out.connected = out.connected && in_force.contains({kind.kind, ""});
      continue;
    }
    std::set<std::string> these;
    for (auto const& [name, group] : in_force)
      if (name == kind.kind && (out.every_group || groups.contains(group))) these.insert(group);
    groups = std::move(these);
    out.every_group = false;
  }
  if (!out.connected) return ActiveGroups{};
  out.groups.assign(groups.begin(), groups.end());
  return out;
}

std::vector<NeededContract> needed_contracts(Templates const& templates,
                                             std::vector<std::string> const& types,
                                             std::vector<std::string> const& groups) {
  std::vector<NeededContract> out;
  for (ContractTemplate const& kind : templates.all()) {
    if (!kind.gates || !kind.needed(types)) continue;
    if (kind.scope == Scope::Participant) {
      out.push_back({kind.kind, ""});
    } else {
      for (std::string const& group : groups) out.push_back({kind.kind, group});
    }
  }
  return out;
}

}  // namespace tamga::contracts
