// SPDX-License-Identifier: Apache-2.0
#include "contracts/holdings.hpp"

#include <algorithm>
#include <set>

#include "contracts/contracts.hpp"
#include "contracts/tables.hpp"

namespace tamga::contracts {
namespace {

struct Version {
  ContractNo no;
  std::string number;
  ContractState state;
  std::optional<std::int64_t> keep_until;
  bool accepted;
};

/// Versions come in their order.
void add(Holding& holding, Version version) {
  using State = ContractState;
  holding.pending.reset();
  if (version.state == State::Ended) holding.was_in_force = false;
  if (version.accepted && version.state != State::Ended) holding.was_in_force = true;
  if (version.state == State::Active || version.state == State::Amending) {
    holding.in_force = version.no;
    holding.number = version.number;
    holding.last_day.reset();
    if (version.keep_until && version.state == State::Amending)
      holding.last_day = Date::from_days(static_cast<std::int32_t>(*version.keep_until));
  } else if (!is_over(version.state)) {
    holding.pending = Holding::Pending{version.no, std::move(version.number), version.state};
  }
}

}  // namespace

Result<Holdings> read_holdings(sql::Connection& connection, ParticipantNo participant) {
  Holdings out;
  TAMGA_ASSIGN(rows, connection.query(kHoldings, participant));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    std::string_view const kind = row.text(0);
    std::string_view const group = row.text(1);
    if (out.empty() || out.back().kind != kind || out.back().group != group)
      out.push_back({.kind = std::string(kind), .group = std::string(group)});
    add(out.back(), {.no = row.as<ContractNo>(2),
                     .number = std::string(row.text(3)),
                     .state = row.as<ContractState>(4),
                     .keep_until = row.optional_int64(5),
                     .accepted = !row.is_null(6)});
  }));
  return out;
}

Holding const* find_holding(Holdings const& holdings, std::string_view kind, std::string_view group) {
  auto const found = std::find_if(holdings.begin(), holdings.end(),
                                  [&](Holding const& one) { return one.kind == kind && one.group == group; });
  return found == holdings.end() ? nullptr : &*found;
}

bool ActiveGroups::allows(std::string_view group) const {
  return connected && (every_group || std::find(groups.begin(), groups.end(), group) != groups.end());
}

ActiveGroups active_groups(Templates const& templates, Holdings const& holdings,
                           std::vector<std::string> const& types, Date day) {
  ActiveGroups out{.connected = true, .every_group = true, .groups = {}};
  std::set<std::string> groups;
  for (ContractTemplate const& kind : templates.all()) {
    if (!kind.gates || !kind.needed(types)) continue;
    if (kind.scope == Scope::Participant) {
      Holding const* const one = find_holding(holdings, kind.kind, "");
      out.connected = out.connected && one != nullptr && one->covers(day);
      continue;
    }
    std::set<std::string> these;
    for (Holding const& one : holdings)
      if (one.kind == kind.kind && one.covers(day) && (out.every_group || groups.contains(one.group)))
        these.insert(one.group);
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
    if (!kind.needed(types)) continue;
    if (kind.scope == Scope::Participant) {
      out.push_back({kind.kind, ""});
    } else {
      for (std::string const& group : groups) out.push_back({kind.kind, group});
    }
  }
  return out;
}

}  // namespace tamga::contracts
