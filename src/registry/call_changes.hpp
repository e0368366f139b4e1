// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "base/result.hpp"
#include "crypto/sha256.hpp"
#include "registry/change_notes.hpp"
#include "sql/connection.hpp"

namespace tamga::registry {

/// Keeps what a call changed beside the journal, and gives its seal, by which the entry of the call names it:
/// SHA-256 of sixteen drawn bytes and the changes as JSON. The chain proves what is kept; where it is erased,
/// nobody guesses from the seal what it was. Within the transaction of `connection`.
Result<crypto::Sha256> insert_call_changes(sql::Connection& connection, Rng& rng,
                                           std::vector<FieldChange> const& changes);

/// What the seal of an entry names; empty: nothing is kept under it. Errors: those of a JSON text.
Result<std::vector<FieldChange>> read_call_changes(sql::Connection& connection, std::string_view seal);

}  // namespace tamga::registry
