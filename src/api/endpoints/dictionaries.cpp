// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/dictionaries.hpp"

#include "country/country.hpp"

namespace tamga::api {
namespace {

std::vector<std::string> facts_of(country::EnumSet<country::IntroductionFact> const& facts) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < country::kIntroductionFactNames.size(); ++i)
    if (facts.has(static_cast<country::IntroductionFact>(i)))
      out.emplace_back(country::kIntroductionFactNames[i]);
  return out;
}

template <class Reason>
std::vector<ReasonEntry> reasons_of(country::Dictionary<Reason> const& reasons, Language language) {
  std::vector<ReasonEntry> out;
  for (Reason const& one : reasons.rows()) {
    ReasonEntry entry{.code = one.code,
                      .name = one.name.in(language),
                      .given = one.by == country::ReasonBy::Participant,
                      .needs_text = one.needs_text,
                      .returnable = false};
    if constexpr (requires { one.returnable; }) entry.returnable = one.returnable;
    out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace

Result<GetDictionaries::Output> GetDictionaries::handle(Input const&, Call& call) {
  country::CountryRules const& rules = call.services().country.rules();
  Language const language = call.language();
  Output out;
  for (country::ReleaseMethod const& one : rules.release_methods.rows())
    out.release_methods.push_back({one.code, one.name.in(language)});
  for (country::CreationMethod const& one : rules.creation_methods.rows())
    out.creation_methods.push_back({one.code, one.name.in(language), one.by_provider});
  for (country::IntroductionKind const& one : rules.introduction_kinds.rows())
    out.ways.push_back({.code = one.code,
                        .name = one.name.in(language),
                        .required = facts_of(one.required),
                        .optional = facts_of(one.optional),
                        .customs_hold = one.customs_hold,
                        .issuers = one.issuers});
  out.withdrawal_reasons = reasons_of(rules.retire_reasons, language);
  out.write_off_reasons = reasons_of(rules.write_off_reasons, language);
  for (country::PackageLevelRow const& one : rules.package_levels.rows())
    out.package_levels.push_back(
        {one.code, std::string(name_of(one.level)), one.name.in(language), one.capacity});
  std::int32_t const* vat = rules.vat.in_force(call.today());
  out.vat = vat ? *vat : 0;
  if (country::Limits const* limits = rules.limits.in_force(call.today()))
    out.packet_codes = limits->packet_codes;
  return out;
}

template struct RowOf<GetDictionaries>;

}  // namespace tamga::api
