// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/standing.hpp"

#include "api/change_note.hpp"
#include "api/once.hpp"
#include "api/standing_check.hpp"
#include "country/error_texts.hpp"
#include "onboarding/office.hpp"
#include "registry/errors.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"
#include "standing/comparison.hpp"
#include "standing/errors.hpp"
#include "standing/watch.hpp"

namespace tamga::api {
namespace {

using standing::Effect;
using standing::Standing;
using standing::Watch;

Result<Standing> standing_of(Call const& call, registry::ParticipantNo participant) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, standing::find_standing(*reader, participant));
  if (found) return *std::move(found);
  Standing good;
  good.participant = participant;
  return good;
}

Result<registry::Participant> participant_of(Call const& call, std::string const& tax_id) {
  TAMGA_ASSIGN(found, call.services().participants.find_by_tax_id(tax_id));
  if (!found) return fail(Error(registry::kParticipantUnknown).at("tax_id").with("tax_id", tax_id));
  return *std::move(found);
}

Result<standing::Settled> apply(DecideStanding::Body const& body, registry::Participant const& participant,
                                std::string const& person, documents::Turn& turn) {
  switch (body.decision) {
    case StandingDecision::Restrict:
    case StandingDecision::Block:
      return standing::decide(turn.connection(), participant.number,
                              body.decision == StandingDecision::Block ? Effect::Blocked : Effect::Restricted,
                              body.reason, person, turn.now());
    case StandingDecision::Lift:
      break;
  }
  return standing::lift(turn.connection(), participant.number, turn.now());
}

}  // namespace

StandingView StandingView::of(registry::Participant const& participant, Standing const& standing,
                              Call const& call) {
  StandingView view{.tax_id = participant.tax_id,
                    .name = participant.name,
                    .effect = standing.effect(),
                    .reasons = {},
                    .allowed = {},
                    .checked_at = standing.checked_at};
  for (standing::Finding const& one : standing.findings) {
    auto message = call.services().texts.render(standing::error_of(one), call.language());
    view.reasons.push_back({std::string(standing::name_of(one.cause)), std::move(message.title),
                            std::move(message.remedy), one.since, one.effect});
  }
  standing::Rules const& rules = call.services().watch.rules;
  if (view.effect == Effect::Restricted) view.allowed = rules.restricted_documents;
  if (view.effect == Effect::Blocked) view.allowed = rules.blocked_documents;
  return view;
}

Result<GetStanding::Output> GetStanding::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(standing, standing_of(call, call.caller().number()));
  return StandingView::of(call.caller().participant, standing, call);
}

Result<RecheckStanding::Output> RecheckStanding::handle(Input const&, Call& call) {
  Watch const& watch = call.services().watch;
  TAMGA_ASSIGN(answer, ask_register(watch, call.caller().participant));
  TAMGA_TRY(ask_about_head(call.services().store, call.services().office.revocation, call.now(), answer));
  std::optional<Standing> changed;
  // What changed has an entry of its own, as when the system looks by itself.
  TAMGA_TRY(once(call, {}, [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    TAMGA_ASSIGN(settled, settle_standing(watch, turn, answer));
    changed = std::move(settled);
    return call.caller().participant.tax_id;
  }));
  if (changed) {
    watch.book.show(*changed);
    TAMGA_TRY(watch.book.refresh(call.services().store));
  }
  TAMGA_ASSIGN(standing, standing_of(call, call.caller().number()));
  return StandingView::of(call.caller().participant, standing, call);
}

Result<ListStandings::Output> ListStandings::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  registry::ParticipantNo const after(static_cast<std::uint32_t>(input.after.value_or(0)));
  TAMGA_ASSIGN(found, standing::standings_of(*reader, input.effect, after, input.limit));
  Output out;
  for (Standing const& one : found) {
    TAMGA_ASSIGN(participant, call.services().participants.find(one.participant));
    if (participant) out.standings.push_back(StandingView::of(*participant, one, call));
  }
  if (static_cast<int>(found.size()) == input.limit) out.next = found.back().participant.value();
  return out;
}

Result<DecideStanding::Output> DecideStanding::handle(Input const& input, Body const& body,
                                                      Confirmation const& confirmation, Call& call) {
  if (body.tax_id != input.tax_id)
    return fail(Error(registry::kParticipantUnknown).at("/tax_id").with("tax_id", body.tax_id));
  TAMGA_ASSIGN(participant, participant_of(call, input.tax_id));
  if (participant.authority) return fail(standing::kOperatorHasNone);
  Watch const& watch = call.services().watch;
  auto const decide = [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
    TAMGA_ASSIGN(settled, apply(body, participant, confirmation.signer.person, turn));
    complete_entry(entry, participant, settled.standing);
    TAMGA_TRY(note_changes(
        turn, entry, {{"effect", std::string(standing::name_of(settled.before))}},
        {{"effect", std::string(standing::name_of(settled.standing.effect()))}, {"reason", body.reason}}));
    TAMGA_TRY(standing::tell(turn.connection(), watch, participant, settled, turn.now()));
    return participant.tax_id;
  };
  TAMGA_TRY(once(call,
                 {.action = kSpec.action, .confirmation = &confirmation, .signed_body = SignedBody::Nothing},
                 decide));
  TAMGA_ASSIGN(now, standing_of(call, participant.number));
  watch.book.show(now);
  TAMGA_TRY(watch.book.refresh(call.services().store));
  return StandingView::of(participant, now, call);
}

template struct RowOf<GetStanding>;
template struct RowOf<RecheckStanding>;
template struct RowOf<ListStandings>;
template struct RowOf<DecideStanding>;

}  // namespace tamga::api
