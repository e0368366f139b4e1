// SPDX-License-Identifier: Apache-2.0
#include "server/audit_round.hpp"

#include "api/audit_task.hpp"
#include "audit/run_book.hpp"
#include "documents/in_turn.hpp"

namespace tamga::server {
namespace {

constexpr std::int64_t kAgainMs = 3'600'000;

/// What the round has to do about a subject today.
enum class Need : std::uint8_t { Nothing, Audit, Patience };

Result<Need> need_of(sql::Connection& connection, country::Country const& country, audit::Subject subject,
                     UnixMs now) {
  Date const today = country.day_of(now);
  TAMGA_ASSIGN(last, audit::last_run(connection, subject));
  if (last && country.day_of(last->began_at) == today) return Need::Nothing;
  TAMGA_ASSIGN(task, api::last_audit_task(connection, subject));
  if (!task) return Need::Audit;
  if (task->open()) return Need::Patience;
  bool const of_today = country.day_of(task->made_at) == today;
  // Whoever stopped it had a reason.
  if (task->state == tasks::State::Cancelled && of_today) return Need::Nothing;
  bool const lately = task->ended_at && now.value() - task->ended_at->value() < kAgainMs;
  return task->state == tasks::State::Failed && lately ? Need::Patience : Need::Audit;
}

}  // namespace

Result<void> AuditDay::run(documents::Sequencer& sequencer, tasks::Workers& workers,
                           country::Country const& country, Date today) {
  if (done_ == today) return {};
  bool settled = true;
  auto const work = [&](documents::Turn& turn) -> Result<void> {
    settled = true;
    for (audit::Subject const subject : audit::kSubjects) {
      TAMGA_ASSIGN(need, need_of(turn.connection(), country, subject, turn.now()));
      if (need == Need::Nothing) continue;
      settled = false;
      if (need == Need::Audit) TAMGA_TRY(api::queue_audit(turn, subject, {}, workers.limits()));
    }
    return {};
  };
  TAMGA_TRY(documents::in_turn(sequencer, work));
  workers.ring();
  if (settled) done_ = today;
  return {};
}

}  // namespace tamga::server
