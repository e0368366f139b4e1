// SPDX-License-Identifier: Apache-2.0
#include "api/audit_task.hpp"

#include <limits>

#include "audit/audit.hpp"
#include "audit/run_book.hpp"
#include "base/log.hpp"
#include "documents/in_turn.hpp"
#include "emission/tail_keys.hpp"
#include "shape/decode.hpp"
#include "shape/encode.hpp"

namespace tamga::api {
namespace {

/// More than a week of hourly tries of every subject.
constexpr int kKept = 1'000;

/// What is kept with the task.
struct AuditAsk {
  audit::Subject subject;
  static constexpr auto shape() {
    return shape::object("AuditAsk", "An audit that is asked for",
                         shape::field("subject", &AuditAsk::subject, "Of what"));
  }
};

void log_finding(audit::Subject subject, Error const& error) {
  log::write(log::Level::Error, "audit_found",
             {{"subject", std::string(name_of(subject))}, {"fault", describe(error)}});
}

journal::Entry entry_of(audit::Run const& run, UnixMs now) {
  journal::Entry entry;
  entry.at = now;
  entry.action = "audit.found";
  entry.object = std::string(name_of(run.subject));
  entry.result = "refused";
  entry.error = run.fault->error;
  return entry;
}

}  // namespace

Result<std::optional<tasks::Task>> last_audit_task(sql::Connection& connection, audit::Subject subject) {
  tasks::TaskNo const newest(std::numeric_limits<std::int64_t>::max());
  TAMGA_ASSIGN(all, tasks::tasks_of(connection, kAuditor, newest, kKept));
  for (tasks::Task& task : all) {
    if (task.kind != kAuditTask) continue;
    TAMGA_ASSIGN(ask, shape::decode<AuditAsk>(task.params));
    if (ask.subject == subject) return std::optional(std::move(task));
  }
  return std::nullopt;
}

Result<tasks::TaskNo> queue_audit(documents::Turn& turn, audit::Subject subject, std::string asked_by,
                                  tasks::Limits const& limits) {
  TAMGA_ASSIGN(last, last_audit_task(turn.connection(), subject));
  if (last && last->open()) return last->number;
  TAMGA_ASSIGN(total, audit::entries_to_read(turn.connection(), subject));
  tasks::Task task;
  task.number = tasks::TaskNo(turn.desk().books().numbers.next());
  task.participant = kAuditor;
  task.kind = kAuditTask;
  task.params = shape::encode(AuditAsk{subject});
  task.made_by = std::move(asked_by);
  task.total = total;
  task.apart = true;
  tasks::Limits own = limits;
  own.kept = kKept;
  TAMGA_TRY(tasks::add(turn.connection(), task, own, turn.now()));
  return task.number;
}

Result<void> make_audit(Services const& services, tasks::Task const& task, tasks::Work& work) {
  TAMGA_ASSIGN(ask, shape::decode<AuditAsk>(task.params));
  audit::Run run{.number = audit::RunNo(task.number.value()),
                 .subject = ask.subject,
                 .asked_by = task.made_by,
                 .began_at = services.clock.now()};
  auto report = audit::audit({services.store, services.tail_keys.keys()}, ask.subject,
                             [&](std::int64_t done) { return work.progress(done); });
  if (!report && !audit::is_finding(report.error())) return fail(std::move(report).error());
  run.ended_at = services.clock.now();
  if (report) {
    run.report = *std::move(report);
  } else {
    log_finding(run.subject, report.error());
    run.fault = audit::Fault::of(report.error());
  }
  return documents::in_turn(services.sequencer, [&](documents::Turn& turn) -> Result<void> {
    TAMGA_ASSIGN(fresh, audit::put(turn.connection(), run));
    if (fresh && run.fault) turn.journal(entry_of(run, turn.now()));
    return {};
  });
}

}  // namespace tamga::api
