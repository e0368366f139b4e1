// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/audits.hpp"

#include <limits>
#include <map>

#include "api/audit_task.hpp"
#include "api/once.hpp"
#include "audit/run_book.hpp"
#include "sql/store.hpp"
#include "tasks/errors.hpp"
#include "tasks/workers.hpp"

namespace tamga::api {
namespace {

ErrorWords finding_of(Call const& call, audit::Fault const& fault) {
  std::map<std::string, std::string> values;
  for (audit::Fault::Value const& one : fault.values) values.emplace(one.name, one.value);
  return ErrorWords::of(call, fault.error, values);
}

AuditRunView view_of(Call const& call, audit::Run run) {
  AuditRunView view{.audit = {ledger::DocumentNo(run.number.value())},
                    .subject = run.subject,
                    .asked_by = std::nullopt,
                    .began_at = run.began_at,
                    .ended_at = run.ended_at,
                    .report = std::move(run.report),
                    .finding = std::nullopt};
  if (!run.asked_by.empty()) view.asked_by = std::move(run.asked_by);
  if (run.fault) view.finding = finding_of(call, *run.fault);
  return view;
}

Result<ListAudits::Standing> standing_of(Call const& call, sql::Connection& reader, audit::Subject subject) {
  ListAudits::Standing out{subject, std::nullopt, std::nullopt};
  TAMGA_ASSIGN(last, audit::last_run(reader, subject));
  TAMGA_ASSIGN(task, last_audit_task(reader, subject));
  bool const since = task && (!last || task->number.value() > last->number.value());
  if (since && (task->open() || task->state == tasks::State::Failed)) out.task = TaskView::of(*task, call);
  if (last) out.last = view_of(call, *std::move(last));
  return out;
}

}  // namespace

Result<ListAudits::Output> ListAudits::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  Output out;
  for (audit::Subject const subject : audit::kSubjects) {
    TAMGA_ASSIGN(standing, standing_of(call, *reader, subject));
    out.subjects.push_back(std::move(standing));
  }
  audit::RunNo const before(input.before ? input.before->number.value()
                                         : std::numeric_limits<std::int64_t>::max());
  TAMGA_ASSIGN(found, audit::runs(*reader, input.subject, before, input.limit));
  bool const full = static_cast<int>(found.size()) == input.limit;
  if (full) out.next = DocumentNumber{ledger::DocumentNo(found.back().number.value())};
  for (audit::Run& run : found) out.audits.push_back(view_of(call, std::move(run)));
  return out;
}

Result<StartAudit::Output> StartAudit::handle(Input const&, Body const& body, Call& call) {
  Services const& services = call.services();
  auto const work = [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    TAMGA_ASSIGN(number,
                 queue_audit(turn, body.subject, call.caller().session.person, services.workers->limits()));
    return std::to_string(number.value());
  };
  TAMGA_ASSIGN(done, once(call, {.action = kSpec.action}, work));
  services.workers->ring();
  TAMGA_ASSIGN(reader, services.store.reader());
  TAMGA_ASSIGN(task, tasks::find(*reader, tasks::TaskNo(std::stoll(done.object))));
  if (!task) return fail(tasks::kTaskUnknown);
  return TaskView::of(*task, call);
}

template struct RowOf<ListAudits>;
template struct RowOf<StartAudit>;

}  // namespace tamga::api
