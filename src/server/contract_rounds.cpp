// SPDX-License-Identifier: Apache-2.0
#include "server/contract_rounds.hpp"

#include "base/log.hpp"
#include "contract_office/renewal.hpp"
#include "documents/in_turn.hpp"
#include "registry/keyed_call.hpp"

namespace tamga::server {
namespace {

constexpr std::int64_t kAtOnce = 50;
constexpr std::int64_t kLapsedAtOnce = 500;
constexpr std::int64_t kAgainMs = 600'000;
constexpr std::int64_t kCallsKeptMs = std::int64_t{30} * 86'400'000;

journal::Entry entry_of(std::string action, std::string object, UnixMs now) {
  journal::Entry entry;
  entry.at = now;
  entry.action = std::move(action);
  entry.object = std::move(object);
  entry.result = "accepted";
  return entry;
}

Result<void> attend(contract_office::Office const& office, documents::Sequencer& sequencer,
                    contract_office::Task const& task) {
  return documents::in_turn(sequencer, [&](documents::Turn& turn) -> Result<void> {
    TAMGA_ASSIGN(happened, contract_office::perform(office, turn.connection(), task, turn.now()));
    for (contract_office::Happened& one : happened) {
      turn.desk().contracts.change(one.participant);
      turn.tell({documents::contract_notice(one.participant, one.number)});
      journal::Entry entry = entry_of(std::move(one.action), std::move(one.number), turn.now());
      entry.participant = one.participant.value();
      turn.journal(std::move(entry));
    }
    return {};
  });
}

/// One that fails holds up nobody else.
Result<void> put_off(documents::Sequencer& sequencer, contracts::Due const& due) {
  return documents::in_turn(sequencer, [&](documents::Turn& turn) {
    return contracts::postpone(turn.connection(), due, UnixMs(turn.now().value() + kAgainMs), due.obstacle);
  });
}

}  // namespace

Result<void> attend_contracts(contract_office::Office const& office, sql::Store& store,
                              documents::Sequencer& sequencer, UnixMs now) {
  TAMGA_ASSIGN(tasks, contract_office::due_tasks(office, store, now, kAtOnce));
  for (contract_office::Task const& task : tasks) {
    auto const done = attend(office, sequencer, task);
    if (done) continue;
    log::write(log::Level::Error, "contracts_not_made", {{"error", describe(done.error())}});
    TAMGA_TRY(put_off(sequencer, task.due));
  }
  return {};
}

Result<void> ContractDay::run(contract_office::Office const& office, documents::Sequencer& sequencer,
                              UnixMs now) {
  Date const today = office.country.day_of(now);
  if (done_ == today) return {};
  std::int64_t lapsed = 0;
  do {
    auto const done = documents::in_turn(sequencer, [&](documents::Turn& turn) -> Result<void> {
      TAMGA_TRY(contract_office::compare_terms(office, turn.connection(), turn.now()));
      TAMGA_TRY(registry::forget_calls(turn.connection(), UnixMs(turn.now().value() - kCallsKeptMs)));
      TAMGA_ASSIGN(closed,
                   office.contracts.close_lapsed(turn.connection(), today, kLapsedAtOnce, turn.now()));
      lapsed = closed;
      if (closed > 0) turn.journal(entry_of("contract.lapse", std::to_string(closed), turn.now()));
      return {};
    });
    TAMGA_TRY(done);
  } while (lapsed == kLapsedAtOnce);
  done_ = today;
  return {};
}

}  // namespace tamga::server
