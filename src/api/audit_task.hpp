// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "api/services.hpp"
#include "audit/subject.hpp"
#include "documents/turn.hpp"
#include "tasks/work.hpp"

namespace tamga::api {

inline constexpr std::string_view kAuditTask = "audit";

/// Audits are tasks of the system: participant 0.
inline constexpr ledger::ParticipantNo kAuditor{};

/// Puts an audit into the queue of tasks and gives its number; while one of the subject is queued or under
/// way, the number of that one. `asked_by`: a person by name; empty: the system by itself. Errors: those of
/// the store.
Result<tasks::TaskNo> queue_audit(documents::Turn& turn, audit::Subject subject, std::string asked_by,
                                  tasks::Limits const& limits);

/// The newest audit of the subject among the tasks that are kept, however it stands.
Result<std::optional<tasks::Task>> last_audit_task(sql::Connection& connection, audit::Subject subject);

/// Does it, and puts down what came of it. A finding is a result: it goes to the log and the journal, too.
Result<void> make_audit(Services const& services, tasks::Task const& task, tasks::Work& work);

}  // namespace tamga::api
