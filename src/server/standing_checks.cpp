// SPDX-License-Identifier: Apache-2.0
#include "server/standing_checks.hpp"

#include "api/standing_check.hpp"
#include "documents/in_turn.hpp"

namespace tamga::server {
namespace {

using registry::Participant;
using registry::ParticipantNo;

constexpr int kAtOnce = 50;

/// Those whose turn has come, and those who joined since the last look.
Result<std::vector<Participant>> due(registry::Register const& participants, standing::Newcomers& newcomers,
                                     sql::Store& store, UnixMs now) {
  std::vector<ParticipantNo> numbers;
  {
    TAMGA_ASSIGN(reader, store.reader());
    TAMGA_ASSIGN(waiting, standing::standings_due(*reader, now, kAtOnce));
    numbers = std::move(waiting);
  }
  std::vector<Participant> out;
  for (ParticipantNo const number : numbers) {
    TAMGA_ASSIGN(found, participants.find(number));
    if (found) out.push_back(*std::move(found));
  }
  if (static_cast<int>(out.size()) == kAtOnce) return out;
  TAMGA_ASSIGN(joined, newcomers.next(participants, store, kAtOnce - static_cast<int>(out.size())));
  for (Participant& one : joined) out.push_back(std::move(one));
  return out;
}

}  // namespace

Result<void> attend_standings(standing::Watch const& watch, registry::Register const& participants,
                              standing::Newcomers& newcomers, sql::Store& store,
                              documents::Sequencer& sequencer, crypto::RevocationChecker* revocation,
                              UnixMs now) {
  TAMGA_ASSIGN(waiting, due(participants, newcomers, store, now));
  if (waiting.empty()) return {};
  std::vector<api::RegisterAnswer> answers;
  for (Participant& participant : waiting) {
    TAMGA_ASSIGN(answer, api::ask_register(watch, std::move(participant)));
    TAMGA_TRY(api::ask_about_head(store, revocation, now, answer));
    answers.push_back(std::move(answer));
  }
  std::vector<standing::Standing> changed;
  TAMGA_TRY(documents::in_turn(sequencer, [&](documents::Turn& turn) -> Result<void> {
    changed.clear();
    for (api::RegisterAnswer const& answer : answers) {
      TAMGA_ASSIGN(settled, api::settle_standing(watch, turn, answer));
      if (settled) changed.push_back(*std::move(settled));
    }
    return {};
  }));
  for (standing::Standing& one : changed) watch.book.show(std::move(one));
  // A decision of a person may have come between the commit and here.
  return watch.book.refresh(store);
}

}  // namespace tamga::server
