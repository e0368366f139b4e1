// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/sequencer.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"
#include "standing/newcomers.hpp"
#include "standing/watch.hpp"

namespace tamga::server {

/// Looks some participants up in the state's register, those whose turn has come, and those who joined: each
/// once a day. What is
/// found out of all of them is one transaction, with an entry in the journal and a letter for each whose
/// standing changed. Asks the register outside of it.
Result<void> attend_standings(standing::Watch const& watch, registry::Register const& participants,
                              standing::Newcomers& newcomers, sql::Store& store,
                              documents::Sequencer& sequencer, crypto::RevocationChecker* revocation,
                              UnixMs now);

}  // namespace tamga::server
