// SPDX-License-Identifier: Apache-2.0
#include "registrars/providers.hpp"

#include <algorithm>

#include "registrars/errors.hpp"
#include "registrars/tables.hpp"

namespace tamga::registrars {
namespace {

Provider read(sql::Row const& row) {
  return {.participant = row.as<ParticipantNo>(0),
          .role = std::string(row.text(1)),
          .groups = {},
          .place = std::string(row.text(2)),
          .address = std::string(row.text(3)),
          .contact = std::string(row.text(4)),
          .email = std::string(row.text(5)),
          .listed = row.as<UnixMs>(6),
          .listed_by = std::string(row.text(7))};
}

Result<void> add_groups(sql::Connection& connection, Provider& provider) {
  TAMGA_ASSIGN(rows, connection.query(kGroupsOf, provider.participant));
  return rows.each([&](sql::Row const& row) { provider.groups.emplace_back(row.text(0)); });
}

Result<void> judge_groups(country::Country const& country, Provider const& provider, Date day) {
  for (std::size_t i = 0; i < provider.groups.size(); ++i) {
    auto const wrong = [&](ErrorKind const& kind) {
      return fail(Error(kind).at("/groups/" + std::to_string(i)).with("group", provider.groups[i]));
    };
    country::ProductGroup const* group = country.find_group(provider.groups[i]);
    if (!group) return wrong(kProviderGroupUnknown);
    auto const* rules = group->rules.in_force(day);
    if (rules && rules->has(country::Capability::NoServiceProviders)) return wrong(kProviderGroupClosed);
  }
  return {};
}

}  // namespace

bool Provider::serves(std::string_view group) const {
  return std::find(groups.begin(), groups.end(), group) != groups.end();
}

Result<void> list_provider(sql::Connection& connection, Rules const& rules, country::Country const& country,
                           Provider const& provider, Date day) {
  if (rules.find_role(provider.role) == nullptr)
    return fail(Error(kProviderRoleUnknown).at("/role").with("value", provider.role));
  TAMGA_TRY(judge_groups(country, provider, day));
  TAMGA_TRY(connection.execute(kPutProvider, provider.participant, provider.role, provider.place,
                               provider.address, provider.contact, provider.email, provider.listed,
                               provider.listed_by));
  TAMGA_TRY(connection.execute(kDropGroups, provider.participant));
  std::vector<std::string> groups = provider.groups;
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  for (std::string const& group : groups)
    TAMGA_TRY(connection.execute(kPutGroup, provider.participant, group));
  return {};
}

Result<void> remove_provider(sql::Connection& connection, ParticipantNo participant, UnixMs now) {
  TAMGA_ASSIGN(removed, connection.execute(kRemoveProvider, participant, now));
  if (removed == 0) return fail(kProviderNotListed);
  return {};
}

Result<std::optional<Provider>> find_provider(sql::Connection& connection, ParticipantNo participant) {
  TAMGA_ASSIGN(found, connection.find(kProvider, read, participant));
  if (found) TAMGA_TRY(add_groups(connection, *found));
  return std::move(found);
}

Result<std::vector<Provider>> providers(sql::Connection& connection, std::string const& group,
                                        std::string const& place, ParticipantNo after, int limit) {
  std::vector<Provider> found;
  {
    TAMGA_ASSIGN(rows, connection.query(kProviders, after, place, group, static_cast<std::int64_t>(limit)));
    TAMGA_TRY(rows.each([&](sql::Row const& row) { found.push_back(read(row)); }));
  }
  for (Provider& one : found) TAMGA_TRY(add_groups(connection, one));
  return found;
}

}  // namespace tamga::registrars
