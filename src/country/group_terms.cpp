// SPDX-License-Identifier: Apache-2.0
#include "country/group_terms.hpp"

#include <map>

namespace tamga::country {
namespace {

template <class T>
std::map<Date, T> by_day(Dated<T> const& rows) {
  std::map<Date, T> out;
  for (auto const& row : rows.rows()) out.emplace(row.effective_from, row.value);
  return out;
}

template <class T>
Dated<T> dated(std::map<Date, T> rows) {
  std::vector<typename Dated<T>::Row> out;
  out.reserve(rows.size());
  for (auto& [day, value] : rows) out.push_back({day, std::move(value)});
  return Dated<T>(std::move(out));
}

}  // namespace

GroupTerms amended(GroupTerms const& data, std::string_view group,
                   std::span<GroupAmendment const> amendments) {
  auto modes = by_day(data.modes);
  auto tariffs = by_day(data.tariffs);
  for (GroupAmendment const& one : amendments) {
    if (one.group != group) continue;
    if (one.mode) modes.insert_or_assign(one.from, *one.mode);
    if (one.tariff) tariffs.insert_or_assign(one.from, *one.tariff);
  }
  return {dated(std::move(modes)), dated(std::move(tariffs))};
}

}  // namespace tamga::country
