// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/turn.hpp"
#include "emission/tail_audit.hpp"
#include "emission/tail_keys.hpp"

namespace tamga::api {

/// Puts down for whom tails are made, before they leave: the sealed record, and its seal in the journal, so
/// that a record which vanishes with all that follow it is missed too. Within the writer's turn. Errors:
/// KEY_UNKNOWN.
Result<void> note_tails(documents::Turn& turn, emission::TailKeys const& keys, emission::TailBatch batch);

}  // namespace tamga::api
