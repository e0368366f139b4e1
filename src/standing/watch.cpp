// SPDX-License-Identifier: Apache-2.0
#include "standing/watch.hpp"

#include "registry/heads.hpp"
#include "registry/profile.hpp"
#include "standing/comparison.hpp"

namespace tamga::standing {

Result<void> tell(sql::Connection& connection, Watch const& watch, registry::Participant const& participant,
                  Settled const& settled, UnixMs now) {
  if (!settled.changed) return {};
  TAMGA_ASSIGN(profile, registry::find_profile(connection, participant.number));
  if (!profile) return {};
  TAMGA_ASSIGN(in, registry::language_of(connection, participant.number, watch.language));
  bool const good = settled.standing.effect() == Effect::Good;
  mail::Letter letter{
      .key = "standing." + std::to_string(participant.number.value()) + '.' + std::to_string(now.value()),
      .to = profile->profile.email,
      .language = in,
      .text = good ? "profile_restored" : "profile_restricted",
      .values = {{"company", {participant.name}},
                 {"tax_id", {participant.tax_id}},
                 {"link", {watch.site + "/profile"}}},
      .created_at = now,
      .participant = participant.number.value()};
  if (!good)
    for (Finding const& one : settled.standing.findings) {
      auto const message = watch.texts.render(error_of(one), in);
      letter.values["reasons"].push_back(message.title + ". " + message.remedy);
    }
  TAMGA_TRY(watch.outbox.put(connection, letter));
  return {};
}

}  // namespace tamga::standing
