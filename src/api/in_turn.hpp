// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "api/call.hpp"
#include "documents/turn.hpp"

namespace tamga::api {

/// Does `work` in the writer's turn, so that what it changes and its entry in the journal are one
/// transaction, and waits until that is durable. On worker threads only. An error of `work` means that
/// nothing happened; it may run again after a lost race.
Result<void> in_turn(Call const& call, std::function<Result<void>(documents::Turn&)> work);

/// An entry about this call, to be completed.
journal::Entry entry_of(Call const& call, std::string action);

}  // namespace tamga::api
