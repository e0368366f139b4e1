// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "documents/sequencer.hpp"
#include "documents/submission.hpp"

namespace tamga::server {

/// Writes off the codes of orders whose term ran out: sends a document for each such order, in the name of
/// the system itself, through the same turn as everybody's documents. The idempotency key is the order, so
/// nothing happens twice; what could not be sent is sent the next time.
Result<void> send_expired_orders(sql::Store& store, documents::Sequencer& sequencer,
                                 documents::Submission::Readers const& readers, UnixMs now);

}  // namespace tamga::server
