// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/system.hpp"

#include "contract_office/office.hpp"

namespace tamga::api {

Result<GetSystem::Output> GetSystem::handle(Input const&, Call& call) {
  country::CountryRules const& rules = call.services().country.rules();
  contracts::Party const& party = call.services().contracts.terms.operator_party;
  std::vector<std::string> languages;
  for (Language const one : rules.languages) languages.emplace_back(code_of(one));
  std::vector<Part> parts;
  for (country::ParticipantType const& one : rules.participant_types.rows())
    parts.push_back({one.code, one.name.in(call.language()), one.production_sites});
  return Output{.country = rules.code,
                .country_name = rules.name.in(call.language()),
                .languages = std::move(languages),
                .currency = rules.currency.value(),
                .time_zone = rules.time_zone,
                .sandbox = call.services().sandbox != nullptr,
                .operated_by = {.name = party.name,
                                .tax_id = party.tax_id,
                                .address = party.address,
                                .email = party.email,
                                .phone = party.phone},
                .participant_types = std::move(parts)};
}

template struct RowOf<GetSystem>;

}  // namespace tamga::api
