// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "country/country.hpp"
#include "documents/sequencer.hpp"
#include "documents/submission.hpp"

namespace tamga::server {

/// Makes the codes of orders that waited and need not wait any more: one document for each, in the name of
/// the system, through the same turn as everybody's. The oldest order of a participant goes first, so that
/// money paid for it is not taken by a later one. Waits until they are judged.
Result<void> fill_waiting_orders(sql::Store& store, documents::Sequencer& sequencer,
                                 documents::Submission::Readers const& readers, UnixMs now);

}  // namespace tamga::server
