// SPDX-License-Identifier: Apache-2.0
#include "api/standing_check.hpp"

#include "business_register/errors.hpp"
#include "registry/profile.hpp"
#include "standing/comparison.hpp"

namespace tamga::api {

void complete_entry(journal::Entry& entry, registry::Participant const& participant,
                    standing::Standing const& standing) {
  entry.object = participant.tax_id;
  entry.result = std::string(standing::name_of(standing.effect()));
  if (!standing.findings.empty()) entry.error = standing::error_of(standing.findings.front().cause).name;
}

Result<RegisterAnswer> ask_register(standing::Watch const& watch, registry::Participant participant) {
  RegisterAnswer answer{.participant = std::move(participant)};
  if (answer.participant.authority) return answer;
  auto found = watch.businesses.find(answer.participant.tax_id);
  if (found)
    answer.said = *std::move(found);
  else if (found.error().is(business_register::kRegisterUnreachable))
    answer.silent = true;
  else
    return fail(std::move(found).error());
  return answer;
}

Result<std::optional<standing::Standing>> settle_standing(standing::Watch const& watch, documents::Turn& turn,
                                                          RegisterAnswer const& answer) {
  registry::ParticipantNo const number = answer.participant.number;
  std::optional<standing::Standing> changed;
  if (answer.participant.authority) {
    TAMGA_TRY(standing::exempt(turn.connection(), number));
    return changed;
  }
  if (answer.silent) {
    TAMGA_TRY(standing::postpone(turn.connection(), watch.rules, number, turn.now()));
    return changed;
  }
  TAMGA_ASSIGN(profile, registry::find_profile(turn.connection(), number));
  TAMGA_ASSIGN(settled,
               standing::settle(turn.connection(), watch.rules, number, profile, answer.said, turn.now()));
  if (!settled.changed) return changed;
  journal::Entry entry;
  entry.at = turn.now();
  entry.participant = number.value();
  entry.action = "standing.check";
  complete_entry(entry, answer.participant, settled.standing);
  turn.journal(std::move(entry));
  TAMGA_TRY(standing::tell(turn.connection(), watch, answer.participant, settled, turn.now()));
  changed = std::move(settled.standing);
  return changed;
}

}  // namespace tamga::api
