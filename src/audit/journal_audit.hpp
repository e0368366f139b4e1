// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/audit.hpp"

namespace tamga::audit {

/// Recomputes every chain of the journal, and holds the stored documents against what it says came in.
/// Errors: JOURNAL_DAMAGED, those of the store and of `progress`.
Result<Report> audit_journal(sql::Store& store, Progress const& progress = {});

}  // namespace tamga::audit
