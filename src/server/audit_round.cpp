// SPDX-License-Identifier: Apache-2.0
#include "server/audit_round.hpp"

#include "api/audit_task.hpp"
#include "audit/run_book.hpp"
#include "documents/in_turn.hpp"

namespace tamga::server {

Result<void> AuditDay::run(documents::Sequencer& sequencer, tasks::Workers& workers,
                           country::Country const& country, Date today) {
  if (done_ == today) return {};
  auto const work = [&](documents::Turn& turn) -> Result<void> {
    for (audit::Subject const subject : audit::kSubjects) {
      TAMGA_ASSIGN(last, audit::last_run(turn.connection(), subject));
      if (last && country.day_of(last->began_at) == today) continue;
      TAMGA_TRY(api::queue_audit(turn, subject, {}, workers.limits()));
    }
    return {};
  };
  TAMGA_TRY(documents::in_turn(sequencer, work));
  workers.ring();
  done_ = today;
  return {};
}

}  // namespace tamga::server
