// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/audit.hpp"

namespace tamga::audit {

/// Holds the records of signed tails against their seals, and both against the journal: every batch the
/// journal tells of is there, and none that it does not tell of. Errors: TAIL_AUDIT_BROKEN, JOURNAL_DAMAGED,
/// KEY_UNKNOWN, those of the store and of `progress`.
Result<Report> audit_tails(sql::Store& store, crypto::RoleKeys const& keys, Progress const& progress = {});

}  // namespace tamga::audit
