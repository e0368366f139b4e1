// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "base/time.hpp"
#include "documents/sequencer.hpp"
#include "sql/store.hpp"
#include "support/desk.hpp"

namespace tamga::server {

/// Erases what is personal in reports of consumers once the country's days are over; each report has an entry
/// in the journal. Takes a turn only when there is something to erase.
Result<void> erase_old_contacts(support::Desk const& desk, sql::Store& store, documents::Sequencer& sequencer,
                                UnixMs now);

}  // namespace tamga::server
