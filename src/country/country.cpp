// SPDX-License-Identifier: Apache-2.0
#include "country/country.hpp"

#include <algorithm>

#include "identifiers/rule.hpp"

namespace tamga::country {

bool IdentifierRules::has_kpp(std::string_view of_tax_id) const {
  return identifiers::is_issued(kpp, {.tax_id = of_tax_id});
}

std::optional<PackageLevel> CountryRules::package_level(std::string_view word) const {
  for (PackageLevelRow const& row : package_levels.rows()) {
    if (row.code == word || name_of(row.level) == word ||
        std::find(row.aliases.begin(), row.aliases.end(), word) != row.aliases.end())
      return row.level;
  }
  return std::nullopt;
}

PackageLevelRow const* CountryRules::row_of(PackageLevel level) const {
  for (PackageLevelRow const& row : package_levels.rows()) {
    if (row.level == level) return &row;
  }
  return nullptr;
}

TailPolicy const* CountryRules::tail_policy(gs1::TailKind kind) const {
  for (TailPolicy const& policy : tails) {
    if (policy.kind == kind) return &policy;
  }
  return nullptr;
}

bool CountryRules::owns_gtin_prefix(std::int32_t prefix) const {
  return std::any_of(gtin_prefixes.begin(), gtin_prefixes.end(),
                     [&](auto const& range) { return range.first <= prefix && prefix <= range.second; });
}

Country::Country(CountryRules rules, std::vector<ProductGroup> groups)
    : rules_(std::move(rules)), groups_(std::move(groups)) {
  std::sort(groups_.begin(), groups_.end(),
            [](ProductGroup const& a, ProductGroup const& b) { return a.code < b.code; });
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    ProductGroupId const id(static_cast<std::uint16_t>(i));
    groups_[i].id = id;
    by_code_.emplace_back(groups_[i].code, id);
    for (std::string const& alias : groups_[i].aliases) by_code_.emplace_back(alias, id);
    for (CodeTemplate& row : groups_[i].templates) {
      row.group = id;
      by_template_.emplace_back(row.id, &row);
    }
  }
  std::sort(by_code_.begin(), by_code_.end());
  std::stable_sort(by_template_.begin(), by_template_.end(),
                   [](auto const& a, auto const& b) { return a.first < b.first; });
}

ProductGroup const* Country::find_group(std::string_view code) const {
  auto const found =
      std::lower_bound(by_code_.begin(), by_code_.end(), code,
                       [](auto const& row, std::string_view word) { return row.first < word; });
  if (found == by_code_.end() || found->first != code) return nullptr;
  return &group(found->second);
}

ProductGroup const* Country::find_group(std::uint32_t numeric_id) const {
  auto const found = std::find_if(groups_.begin(), groups_.end(),
                                  [&](ProductGroup const& group) { return group.numeric_id == numeric_id; });
  return found == groups_.end() ? nullptr : &*found;
}

std::vector<CodeTemplate const*> Country::forms_of(TemplateId id) const {
  std::vector<CodeTemplate const*> forms;
  auto at = std::lower_bound(by_template_.begin(), by_template_.end(), id,
                             [](auto const& row, TemplateId wanted) { return row.first < wanted; });
  for (; at != by_template_.end() && at->first == id; ++at) forms.push_back(at->second);
  return forms;
}

CodeTemplate const* Country::find_template(TemplateId id, Date day) const {
  auto at = std::lower_bound(by_template_.begin(), by_template_.end(), id,
                             [](auto const& row, TemplateId wanted) { return row.first < wanted; });
  for (; at != by_template_.end() && at->first == id; ++at) {
    if (at->second->in_force(day)) return at->second;
  }
  return nullptr;
}

void Country::amend(std::span<GroupAmendment const> amendments) const {
  for (ProductGroup const& group : groups_)
    group.known->set(
        std::make_shared<GroupTerms const>(amended({group.modes, group.tariffs}, group.code, amendments)));
}

Date Country::day_of(UnixMs moment) const {
  return Date::of(UnixMs(moment.value() + std::int64_t{rules_.utc_offset_minutes} * 60'000));
}

}  // namespace tamga::country
