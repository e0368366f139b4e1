// SPDX-License-Identifier: Apache-2.0
#include "catalogue/prefixes.hpp"

#include <algorithm>

#include "catalogue/errors.hpp"
#include "sql/statement.hpp"

namespace tamga::catalogue {
namespace {

constexpr std::size_t kShortest = 4;
constexpr std::size_t kDigits = 13;

constexpr sql::Statement kFind{"catalogue.prefix",
                               "SELECT prefix, participant, source, person, assigned_at FROM company_prefix "
                               "WHERE prefix = $1"};
/// Shorter ones and itself.
constexpr sql::Statement kAround{
    "catalogue.prefix.around",
    "SELECT participant FROM company_prefix WHERE prefix IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) LIMIT "
    "1"};
/// Longer ones of others: from the prefix to its last possible continuation.
constexpr sql::Statement kInside{
    "catalogue.prefix.inside",
    "SELECT prefix FROM company_prefix WHERE prefix >= $1 AND prefix <= $2 AND participant <> $3 LIMIT 1"};
constexpr sql::Statement kInsert{
    "catalogue.prefix.insert",
    "INSERT INTO company_prefix (prefix, participant, source, person, assigned_at) VALUES ($1, $2, $3, $4, "
    "$5) ON CONFLICT (prefix) DO NOTHING"};
constexpr sql::Statement kDelete{"catalogue.prefix.delete", "DELETE FROM company_prefix WHERE prefix = $1"};
constexpr sql::Statement kOf{
    "catalogue.prefixes.of",
    "SELECT prefix, participant, source, person, assigned_at FROM company_prefix WHERE participant = $1 AND "
    "prefix > $2 ORDER BY prefix LIMIT $3"};
constexpr sql::Statement kAll{
    "catalogue.prefixes",
    "SELECT prefix, participant, source, person, assigned_at FROM company_prefix WHERE prefix > $1 ORDER BY "
    "prefix LIMIT $2"};

CompanyPrefix prefix_of(sql::Row const& row) {
  return {std::string(row.text(0)), row.as<registry::ParticipantNo>(1), std::string(row.text(2)),
          std::string(row.text(3)), row.as<UnixMs>(4)};
}

/// Whose prefix begins these digits.
Result<std::optional<registry::ParticipantNo>> holder_above(sql::Connection& connection,
                                                            std::string_view digits) {
  std::vector<sql::Value> beginnings;
  for (std::size_t length = kShortest; length <= kDigits; ++length)
    beginnings.emplace_back(digits.substr(0, std::min(length, digits.size())));
  TAMGA_ASSIGN(rows, connection.query_values(kAround, beginnings));
  TAMGA_ASSIGN(found, rows.next());
  return found ? std::optional(rows.row().as<registry::ParticipantNo>(0)) : std::nullopt;
}

}  // namespace

Result<void> assign_prefix(sql::Connection& connection, CompanyPrefix const& one) {
  std::string const& text = one.prefix;
  bool const digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || text.size() < kShortest || text.size() > kDigits)
    return fail(Error(kPrefixForm).at("/prefix").with("prefix", text));
  TAMGA_ASSIGN(above, holder_above(connection, text));
  auto const taken = [&] { return fail(Error(kPrefixTaken).at("/prefix").with("prefix", text)); };
  if (above && *above != one.participant) return taken();
  std::string const last = text + std::string(kDigits - text.size(), '9');
  TAMGA_ASSIGN(inside, connection.find(
                           kInside, [](sql::Row const&) { return true; }, text, last, one.participant));
  if (inside) return taken();
  TAMGA_TRY(connection.execute(kInsert, text, one.participant, one.source, one.person, one.assigned_at));
  return {};
}

Result<std::optional<CompanyPrefix>> find_prefix(sql::Connection& connection, std::string_view prefix) {
  return connection.find(kFind, prefix_of, prefix);
}

Result<CompanyPrefix> withdraw_prefix(sql::Connection& connection, std::string_view prefix) {
  TAMGA_ASSIGN(found, find_prefix(connection, prefix));
  if (!found) return fail(Error(kPrefixUnknown).with("prefix", std::string(prefix)));
  TAMGA_TRY(connection.execute(kDelete, prefix));
  return *std::move(found);
}

Result<std::vector<CompanyPrefix>> prefixes(sql::Connection& connection,
                                            std::optional<registry::ParticipantNo> participant,
                                            std::string_view after, int limit) {
  auto rows =
      participant ? connection.query(kOf, *participant, after, limit) : connection.query(kAll, after, limit);
  if (!rows) return fail(rows.error());
  std::vector<CompanyPrefix> found;
  TAMGA_TRY(rows->each([&](sql::Row const& row) { found.push_back(prefix_of(row)); }));
  return found;
}

Result<std::optional<registry::ParticipantNo>> holder_of(sql::Connection& connection, gs1::Gtin gtin) {
  std::string const text = gtin.text();
  return holder_above(connection, std::string_view(text).substr(1));
}

}  // namespace tamga::catalogue
