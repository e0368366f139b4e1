// SPDX-License-Identifier: Apache-2.0
#include "registry/mandates.hpp"

#include <algorithm>
#include <sstream>

#include "registry/ending.hpp"
#include "sql/errors.hpp"
#include "sql/statement.hpp"

namespace tamga::registry {
namespace {

#define TAMGA_MANDATE \
  "SELECT mandate, principal, provider, rights, groups, begins, ends, ended_by FROM mandate "
constexpr sql::Statement kInsert{
    "registry.mandate.insert",
    "INSERT INTO mandate (mandate, principal, provider, rights, groups, begins, ends, ended_by) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, 0)"};
constexpr sql::Statement kEnd{"registry.mandate.end",
                              "UPDATE mandate SET ended_by = $2 WHERE mandate = $1 AND ended_by = 0"};
constexpr sql::Statement kFind{"registry.mandate", TAMGA_MANDATE "WHERE mandate = $1"};
constexpr sql::Statement kBetween{"registry.mandates.between", TAMGA_MANDATE
                                  "WHERE principal = $1 AND provider = $2 ORDER BY mandate DESC"};
constexpr sql::Statement kOf{"registry.mandates.of", TAMGA_MANDATE
                             "WHERE principal = $1 OR provider = $1 ORDER BY mandate DESC LIMIT $2"};
constexpr sql::Statement kEnding{"registry.mandates.ending", TAMGA_MANDATE
                                 "WHERE ends >= $1 AND ends <= $2 AND ended_by = 0 "
                                 "ORDER BY ends, mandate LIMIT 10000"};
#undef TAMGA_MANDATE

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

std::string joined(std::vector<std::string> const& words) {
  std::string out;
  for (std::string const& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string names_of(country::Rights rights) {
  std::vector<std::string> names;
  for (country::Right const one : rights.list()) names.emplace_back(name_of(one));
  return joined(names);
}

Mandate read(sql::Row const& row) {
  Mandate out;
  out.number = row.as<ledger::DocumentNo>(0);
  out.principal = row.as<ParticipantNo>(1);
  out.provider = row.as<ParticipantNo>(2);
  for (std::string const& name : words_of(row.text(3)))
    if (auto const right = country::right_of(name)) out.rights.add(*right);
  out.groups = words_of(row.text(4));
  out.from = Date::from_days(static_cast<std::int32_t>(row.int64(5)));
  out.until = Date::from_days(static_cast<std::int32_t>(row.int64(6)));
  out.ended_by = row.as<ledger::DocumentNo>(7);
  return out;
}

Result<std::vector<Mandate>> collect(Result<sql::Rows> rows) {
  if (!rows) return fail(std::move(rows).error());
  std::vector<Mandate> out;
  TAMGA_TRY(rows->each([&](sql::Row const& row) { out.push_back(read(row)); }));
  return out;
}

}  // namespace

bool Mandate::covers(std::string_view group) const {
  return groups.empty() || std::find(groups.begin(), groups.end(), group) != groups.end();
}

Result<void> insert_mandate(sql::Connection& connection, Mandate const& mandate) {
  std::string const rights = names_of(mandate.rights);
  std::string const groups = joined(mandate.groups);
  TAMGA_TRY(connection.execute(kInsert, mandate.number, mandate.principal, mandate.provider,
                               std::string_view(rights), std::string_view(groups), mandate.from.days(),
                               mandate.until.days()));
  return {};
}

Result<void> end_mandate(sql::Connection& connection, ledger::DocumentNo number, ledger::DocumentNo by) {
  TAMGA_ASSIGN(changed, connection.execute(kEnd, number, by));
  if (changed == 0) return fail(Error(sql::kStoreConflict).log("mandate " + std::to_string(number.value())));
  return {};
}

Result<std::optional<Mandate>> find_mandate(sql::Connection& connection, ledger::DocumentNo number) {
  return connection.find(kFind, read, number);
}

Result<std::vector<Mandate>> mandates_between(sql::Connection& connection, ParticipantNo principal,
                                              ParticipantNo provider) {
  return collect(connection.query(kBetween, principal, provider));
}

Result<std::vector<Mandate>> mandates_of(sql::Connection& connection, ParticipantNo participant, int limit) {
  return collect(connection.query(kOf, participant, limit));
}

Result<std::vector<Mandate>> ending_mandates(sql::Connection& connection, Date from, Date until) {
  return collect(connection.query(kEnding, from.days(), until.days()));
}

Result<bool> acts_for(sql::Connection& connection, ParticipantNo principal, ParticipantNo provider,
                      country::Right right, std::string_view group, Date day) {
  TAMGA_ASSIGN(all, mandates_between(connection, principal, provider));
  return std::any_of(all.begin(), all.end(), [&](Mandate const& one) {
    return one.in_force(day) && one.rights.has(right) && one.covers(group);
  });
}

}  // namespace tamga::registry
