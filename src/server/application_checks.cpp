// SPDX-License-Identifier: Apache-2.0
#include "server/application_checks.hpp"

#include "documents/in_turn.hpp"
#include "onboarding/application_store.hpp"
#include "onboarding/applications.hpp"

namespace tamga::server {
namespace {

using onboarding::Application;
using onboarding::ApplicationState;

constexpr int kAtOnce = 50;

journal::Entry entry_about(Application const& one, std::string action, UnixMs now) {
  journal::Entry entry;
  entry.at = now;
  entry.certificate = crypto::view(one.certificate);
  entry.action = std::move(action);
  entry.object = one.number;
  entry.result = std::string(name_of(one.state));
  if (!one.findings.empty()) entry.error = one.findings.front().error;
  return entry;
}

Result<std::vector<std::int64_t>> due(sql::Store& store, ApplicationState state, UnixMs now) {
  TAMGA_ASSIGN(reader, store.reader());
  return onboarding::applications_due(*reader, state, now, kAtOnce);
}

Result<std::optional<Application>> find(sql::Store& store, std::int64_t id) {
  TAMGA_ASSIGN(reader, store.reader());
  return onboarding::find_application(*reader, id);
}

}  // namespace

Result<void> attend_applications(onboarding::Office const& office, sql::Store& store,
                                 documents::Sequencer& sequencer) {
  UnixMs const now = office.clock.now();
  for (ApplicationState const state : {ApplicationState::Checking, ApplicationState::Waiting}) {
    TAMGA_ASSIGN(ids, due(store, state, now));
    for (std::int64_t const id : ids) {
      TAMGA_ASSIGN(one, find(store, id));
      if (!one) continue;
      TAMGA_ASSIGN(word, onboarding::ask_authority(office, store, *one));
      TAMGA_ASSIGN(outcome, onboarding::run_checks(*one, office.businesses, now, word));
      TAMGA_TRY(documents::in_turn(sequencer, [&](documents::Turn& turn) -> Result<void> {
        TAMGA_ASSIGN(settled, onboarding::settle(office, turn.connection(), id, outcome));
        turn.journal(entry_about(settled, "application.check", turn.now()));
        return {};
      }));
    }
  }
  TAMGA_ASSIGN(unused, due(store, ApplicationState::Approved, now));
  for (std::int64_t const id : unused)
    TAMGA_TRY(documents::in_turn(sequencer, [&](documents::Turn& turn) -> Result<void> {
      TAMGA_ASSIGN(ended, onboarding::expire(office, turn.connection(), id));
      if (ended) turn.journal(entry_about(*ended, "application.expire", turn.now()));
      return {};
    }));
  return {};
}

}  // namespace tamga::server
