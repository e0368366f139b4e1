// SPDX-License-Identifier: Apache-2.0
#include "preferences/preference.hpp"

#include "preferences/errors.hpp"
#include "sql/statement.hpp"

namespace tamga::preferences {
namespace {

constexpr sql::Statement kOf{"preferences.of",
                             "SELECT name, value FROM preference WHERE participant = $1 AND person = $2"};
constexpr sql::Statement kCount{
    "preferences.count",
    "SELECT count(*) FROM preference WHERE participant = $1 AND person = $2 AND name <> $3"};
constexpr sql::Statement kPut{"preferences.put",
                              "INSERT INTO preference (participant, person, name, value) VALUES ($1, $2, $3, "
                              "$4) ON CONFLICT (participant, "
                              "person, name) DO UPDATE SET value = excluded.value"};
constexpr sql::Statement kDrop{"preferences.drop",
                               "DELETE FROM preference WHERE participant = $1 AND person = $2 AND name = $3"};

}  // namespace

Result<std::map<std::string, std::string>> of(sql::Connection& connection, Owner const& owner) {
  std::map<std::string, std::string> out;
  TAMGA_ASSIGN(rows, connection.query(kOf, owner.participant, owner.person));
  TAMGA_TRY(rows.each(
      [&](sql::Row const& row) { out.emplace(std::string(row.text(0)), std::string(row.text(1))); }));
  return out;
}

Result<void> keep(sql::Connection& connection, Owner const& owner, std::string_view name,
                  std::string_view value) {
  if (value.empty()) {
    TAMGA_TRY(connection.execute(kDrop, owner.participant, owner.person, name));
    return {};
  }
  TAMGA_ASSIGN(others, connection.find(
                           kCount, [](sql::Row const& row) { return row.int64(0); }, owner.participant,
                           owner.person, name));
  if (others.value_or(0) >= kMost)
    return fail(Error(kTooManyPreferences).with("limit", std::to_string(kMost)));
  TAMGA_TRY(connection.execute(kPut, owner.participant, owner.person, name, value));
  return {};
}

}  // namespace tamga::preferences
