// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/participants.hpp"

#include "registry/errors.hpp"
#include "registry/register.hpp"
#include "registry/search.hpp"
#include "sql/store.hpp"
#include "standing/watch.hpp"

namespace tamga::api {

using registry::ParticipantNo;

namespace {

/// A page of who may answer the question: by name, or of those that are stopped, who are few.
Result<std::vector<ParticipantNo>> candidates(sql::Connection& reader, ListParticipants::Input const& input,
                                              ParticipantNo after) {
  if (!input.standing || *input.standing == standing::Effect::Good)
    return registry::search_participants(reader, input.query.value_or(""), after, input.limit);
  TAMGA_ASSIGN(found, standing::standings_of(reader, *input.standing, after, input.limit));
  std::vector<ParticipantNo> out;
  for (standing::Standing const& one : found) out.push_back(one.participant);
  return out;
}

}  // namespace

Result<ListParticipants::Output> ListParticipants::handle(Input const& input, Call& call) {
  Services const& services = call.services();
  registry::ParticipantQuery const query(input.query.value_or(""));
  ParticipantNo after(static_cast<std::uint32_t>(input.after.value_or(0)));
  Output out;
  for (;;) {
    std::vector<ParticipantNo> page;
    {
      TAMGA_ASSIGN(reader, services.store.reader());
      TAMGA_ASSIGN(found, candidates(*reader, input, after));
      page = std::move(found);
    }
    for (ParticipantNo const number : page) {
      after = number;
      TAMGA_ASSIGN(participant, services.participants.find(number));
      if (!participant || !query.matches(participant->tax_id, participant->name)) continue;
      auto const found = services.watch.book.find(number);
      standing::Effect const standing = found ? found->effect() : standing::Effect::Good;
      if (input.standing && *input.standing != standing) continue;
      out.participants.push_back({.tax_id = participant->tax_id,
                                  .name = participant->name,
                                  .types = participant->types,
                                  .standing = standing});
      if (static_cast<int>(out.participants.size()) < input.limit) continue;
      out.next = after.value();
      return out;
    }
    if (static_cast<int>(page.size()) < input.limit) return out;
  }
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
