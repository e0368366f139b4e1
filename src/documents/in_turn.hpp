// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "documents/sequencer.hpp"
#include "documents/turn.hpp"

namespace tamga::documents {

/// Does `work` in the writer's turn, so that what it changes and its entry in the journal are one
/// transaction, and waits until that is durable. Not on the sequencer's own thread. An error of `work` means
/// that nothing happened; it may run again after a lost race.
Result<void> in_turn(Sequencer& sequencer, std::function<Result<void>(Turn&)> work);

}  // namespace tamga::documents
