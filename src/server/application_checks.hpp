// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/sequencer.hpp"
#include "onboarding/office.hpp"
#include "sql/store.hpp"

namespace tamga::server {

/// What the system does about applications by itself: runs the checks of those whose turn has come (they were
/// interrupted, or a register did not answer), and ends approved ones whose link was never used. Each change
/// with its entry in the journal.
Result<void> attend_applications(onboarding::Office const& office, sql::Store& store,
                                 documents::Sequencer& sequencer);

}  // namespace tamga::server
