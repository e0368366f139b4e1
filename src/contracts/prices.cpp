// SPDX-License-Identifier: Apache-2.0
#include "contracts/prices.hpp"

namespace tamga::contracts {
namespace {

Wording wording_of(LocalizedText const& text) {
  return {.ru = text.in(Language::Ru), .uz = text.in(Language::Uz), .en = text.in(Language::En)};
}

}  // namespace

GroupFacts group_facts(country::Country const& country, country::ProductGroup const& group, Date day) {
  GroupFacts out{
      .code = group.code, .name = wording_of(group.name), .mode = country::GroupMode::Unknown, .prices = {}};
  if (auto const mode = group.mode_on(day)) out.mode = *mode;
  auto const tariff = group.tariff_on(day);
  if (!tariff) return out;
  for (std::size_t i = 0; i < country::kPackageLevelNames.size(); ++i) {
    auto const level = static_cast<country::PackageLevel>(i);
    country::PackageLevelRow const* const row = country.rules().row_of(level);
    if (row == nullptr || group.template_for(level, day) == nullptr) continue;
    out.prices.push_back({.level = std::string(country::name_of(level)),
                          .name = wording_of(row->name),
                          .price_minor = tariff->price_of(level),
                          .vat_included = tariff->vat_included,
                          .charge_at = tariff->charge_at});
  }
  return out;
}

std::int32_t vat_of(country::CountryRules const& rules, Date day) {
  std::int32_t const* const vat = rules.vat.in_force(day);
  return vat == nullptr ? 0 : *vat;
}

}  // namespace tamga::contracts
