// SPDX-License-Identifier: Apache-2.0
#include "contract_office/group_book.hpp"

#include <algorithm>
#include <mutex>

#include "contract_office/errors.hpp"
#include "contract_office/tables.hpp"

namespace tamga::contract_office {
namespace {

using country::ChargeAt;
using country::GroupMode;
using country::PackageLevel;

constexpr std::int32_t kFarthestDays = 3660;
constexpr std::int64_t kDearest = 10'000'000'000;

template <class E, std::size_t N>
std::optional<E> word_of(std::array<std::string_view, N> const& names, std::string_view word) {
  auto const found = std::find(names.begin(), names.end(), word);
  return found == names.end() ? std::nullopt : std::optional(static_cast<E>(found - names.begin()));
}

std::string levels_text(country::EnumSet<PackageLevel> levels) {
  std::string out;
  for (std::size_t i = 0; i < country::kPackageLevelNames.size(); ++i)
    if (levels.has(static_cast<PackageLevel>(i)))
      out.append(out.empty() ? "" : ",").append(country::kPackageLevelNames[i]);
  return out;
}

country::EnumSet<PackageLevel> levels_of(std::string_view text) {
  country::EnumSet<PackageLevel> out;
  while (!text.empty()) {
    auto const end = std::min(text.find(','), text.size());
    if (auto const level = word_of<PackageLevel>(country::kPackageLevelNames, text.substr(0, end)))
      out.add(*level);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

GroupDecision decision_of(sql::Row const& row) {
  GroupDecision out{.number = row.int64(0),
                    .what = {.group = std::string(row.text(1)),
                             .from = Date::from_days(static_cast<std::int32_t>(row.int64(2)))},
                    .reason = std::string(row.text(9)),
                    .person = std::string(row.text(10)),
                    .at = row.as<UnixMs>(11)};
  out.what.mode = word_of<GroupMode>(country::kGroupModeNames, row.text(3));
  if (auto const price = row.optional_int64(4))
    out.what.tariff = country::Tariff{
        .price_minor = *price,
        .currency = country::Currency(std::string(row.text(5))),
        .vat_included = row.int64(6) != 0,
        .charge_at = word_of<ChargeAt>(country::kChargeAtNames, row.text(7)).value_or(ChargeAt::None),
        .free_levels = levels_of(row.text(8))};
  return out;
}

Result<void> judge(country::GroupAmendment const& what, Date today) {
  if (what.from <= today || what.from.days() > today.days() + kFarthestDays)
    return fail(Error(kGroupTermsDate)
                    .at("/from")
                    .with("first", Date::from_days(today.days() + 1).text())
                    .with("last", Date::from_days(today.days() + kFarthestDays).text()));
  if (!what.mode && !what.tariff) return fail(kGroupTermsEmpty);
  if (!what.tariff) return {};
  bool const free = what.tariff->charge_at == ChargeAt::None;
  std::int64_t const price = what.tariff->price_minor;
  if (price < 0 || price > kDearest || free != (price == 0))
    return fail(Error(kGroupTermsPrice).at("/tariff/price_minor"));
  return {};
}

}  // namespace

Result<void> decide_group(sql::Connection& connection, GroupDecision const& decision, Date today) {
  country::GroupAmendment const& what = decision.what;
  TAMGA_TRY(judge(what, today));
  auto const& tariff = what.tariff;
  std::string const mode(what.mode ? name_of(*what.mode) : "");
  TAMGA_TRY(connection.execute(
      kInsertGroupDecision, decision.number, what.group, what.from.days(), mode,
      tariff ? std::optional(tariff->price_minor) : std::nullopt, tariff ? tariff->currency.value() : "",
      tariff && tariff->vat_included, std::string(tariff ? name_of(tariff->charge_at) : ""),
      tariff ? levels_text(tariff->free_levels) : "", decision.reason, decision.person, decision.at));
  return {};
}

Result<std::vector<GroupDecision>> group_decisions(sql::Connection& connection) {
  std::vector<GroupDecision> out;
  TAMGA_ASSIGN(rows, connection.query(kGroupDecisions));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(decision_of(row)); }));
  return out;
}

Result<void> GroupBook::refresh(sql::Connection& connection, country::Country const& country) const {
  // One reads at a time: what was read earlier never follows what was read later.
  static std::mutex reading;
  std::lock_guard const lock(reading);
  auto const number = [](sql::Row const& row) { return row.int64(0); };
  TAMGA_ASSIGN(stored, connection.find(kCountGroupDecisions, number));
  if (stored.value_or(0) == count_.load()) return {};
  TAMGA_ASSIGN(all, group_decisions(connection));
  std::vector<country::GroupAmendment> amendments;
  amendments.reserve(all.size());
  for (GroupDecision& one : all) amendments.push_back(std::move(one.what));
  country.amend(amendments);
  count_.store(static_cast<std::int64_t>(all.size()));
  return {};
}

}  // namespace tamga::contract_office
