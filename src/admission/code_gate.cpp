// SPDX-License-Identifier: Apache-2.0
#include "admission/code_gate.hpp"

#include "registry/register.hpp"

namespace tamga::admission {

std::optional<Error> refusal_of_taker(Admission const& admission, ParticipantNo taker) {
  auto against = admission.against(taker, kTakeCodes);
  if (against.empty()) return std::nullopt;
  return std::move(against.front());
}

Result<std::optional<Error>> refusal_of_codes(Admission const& admission,
                                              registry::Register const& participants,
                                              ParticipantNo participant, std::string_view group, Date day) {
  TAMGA_ASSIGN(owner, participants.find(participant));
  if (!owner || owner->authority) return std::nullopt;
  if (auto refusal = refusal_of_taker(admission, participant)) return refusal;
  if (!admission.asks_for_contracts()) return std::nullopt;
  TAMGA_ASSIGN(held, admission.holdings(participant));
  Passage const allowed = admission.passage(std::move(held), owner->types, day);
  if (auto refusal = allowed.refusal(Deed::NewGoods)) return refusal;
  return allowed.refusal(Deed::NewGoods, group);
}

}  // namespace tamga::admission
