// SPDX-License-Identifier: Apache-2.0
#include "country/product_group.hpp"

namespace tamga::country {

GroupTerms ProductGroup::terms() const {
  auto const now = known->get();
  return now ? *now : GroupTerms{modes, tariffs};
}

std::optional<GroupMode> ProductGroup::mode_on(Date day) const {
  auto const now = known->get();
  GroupMode const* const row = (now ? now->modes : modes).in_force(day);
  return row == nullptr ? std::nullopt : std::optional(*row);
}

std::optional<Tariff> ProductGroup::tariff_on(Date day) const {
  auto const now = known->get();
  Tariff const* const row = (now ? now->tariffs : tariffs).in_force(day);
  if (row == nullptr) return std::nullopt;
  Tariff tariff = *row;
  if (mode_on(day) == GroupMode::Pilot) {
    tariff.price_minor = 0;
    tariff.charge_at = ChargeAt::None;
  }
  return tariff;
}

bool ProductGroup::ordering_open(Date day) const {
  return mode_on(day) && tariff_on(day) && rules.in_force(day) != nullptr &&
         std::any_of(templates.begin(), templates.end(),
                     [&](CodeTemplate const& row) { return row.in_force(day); });
}

CodeTemplate const* ProductGroup::template_for(PackageLevel level, Date day) const {
  auto const found = std::find_if(templates.begin(), templates.end(), [&](CodeTemplate const& row) {
    return row.in_force(day) && row.levels.has(level);
  });
  return found == templates.end() ? nullptr : &*found;
}

std::optional<std::int32_t> ProductGroup::ageing_days(Date day, AppliedBy by, bool prepaid) const {
  Ageing const* const rule = ageing.in_force(day);
  return rule != nullptr ? rule->days(by, prepaid) : std::nullopt;
}

}  // namespace tamga::country
