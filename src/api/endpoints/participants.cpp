// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/participants.hpp"

#include "registry/errors.hpp"
#include "registry/register.hpp"
#include "registry/search.hpp"
#include "sql/store.hpp"
#include "standing/watch.hpp"

namespace tamga::api {

using registry::ParticipantNo;

Result<ListParticipants::Output> ListParticipants::handle(Input const& input, Call& call) {
  Services const& services = call.services();
  Output out;
  std::vector<ParticipantNo> numbers;
  {
    TAMGA_ASSIGN(reader, services.store.reader());
    ParticipantNo const after(static_cast<std::uint32_t>(input.after.value_or(0)));
    TAMGA_ASSIGN(found, registry::search_participants(*reader, input.query, after, input.limit));
    numbers = std::move(found);
  }
  for (ParticipantNo const number : numbers) {
    TAMGA_ASSIGN(participant, services.participants.find(number));
    if (!participant) continue;
    auto const standing = services.watch.book.find(number);
    out.participants.push_back({.tax_id = participant->tax_id,
                                .name = participant->name,
                                .types = participant->types,
                                .standing = standing ? standing->effect() : standing::Effect::Good});
  }
  if (static_cast<int>(numbers.size()) == input.limit) out.next = numbers.back().value();
  return out;
}

Result<GetParticipant::Output> GetParticipant::handle(Input const& input, Call& call) {
  Services const& services = call.services();
  TAMGA_ASSIGN(participant, services.participants.find_by_tax_id(input.tax_id));
  if (!participant)
    return fail(Error(registry::kParticipantUnknown).at("tax_id").with("tax_id", input.tax_id));
  TAMGA_ASSIGN(reader, services.store.reader());
  TAMGA_ASSIGN(stored, standing::find_standing(*reader, participant->number));
  standing::Standing good;
  good.participant = participant->number;
  Output out{.standing = StandingView::of(*participant, stored.value_or(good), call),
             .types = participant->types,
             .profile = {},
             .profile_since = {}};
  TAMGA_ASSIGN(profile, registry::find_profile(*reader, participant->number));
  if (profile) {
    out.profile = std::move(profile->profile);
    out.profile_since = profile->since;
  }
  return out;
}

template struct RowOf<ListParticipants>;
template struct RowOf<GetParticipant>;

}  // namespace tamga::api
