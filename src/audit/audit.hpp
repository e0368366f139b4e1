// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

#include "audit/report.hpp"
#include "audit/subject.hpp"
#include "base/result.hpp"
#include "crypto/key_role.hpp"
#include "sql/store.hpp"

namespace tamga::audit {

/// Hears how many entries of the journal were read; an error of it ends the audit.
using Progress = std::function<Result<void>(std::int64_t done)>;

/// What audits read. Both outlive them.
struct Archive {
  sql::Store& store;
  crypto::RoleKeys const& tail_keys;
};

/// Reads the subject anew, as of one moment; a server may go on beside it. Findings: JOURNAL_DAMAGED with
/// lane and sequence, TAIL_AUDIT_BROKEN with order, line and sequence, BOOKS_DO_NOT_AGREE with the faults in
/// the log's detail. Errors: KEY_UNKNOWN, those of the store, those of `progress`.
Result<Report> audit(Archive const& archive, Subject subject, Progress const& progress = {});

/// Whether an error of an audit says that something is damaged. Any other says that it could not be read.
bool is_finding(Error const& error);

/// How many entries of the journal an audit of the subject will read; 0: none.
Result<std::int64_t> entries_to_read(sql::Connection& connection, Subject subject);

}  // namespace tamga::audit
