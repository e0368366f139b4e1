// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crypto/key_ring.hpp"
#include "sql/store.hpp"

namespace tamga::server {

/// Holds the records of signed tails against their seals, and both against the journal: every batch the
/// journal tells of is there, and none that it does not tell of. May run beside a server. Errors:
/// TAIL_AUDIT_BROKEN, JOURNAL_DAMAGED, KEY_UNKNOWN.
Result<std::string> audit_tails(sql::Store& store, crypto::KeyRing const& ring);

}  // namespace tamga::server
