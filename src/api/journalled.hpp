// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "api/in_turn.hpp"

namespace tamga::api {

/// Does `work` in the writer's turn and puts into the journal what came of it: a refusal is a fact too.
/// `work` may complete the entry; it leaves the transaction as it was when it refuses.
Result<void> journalled(Call const& call, journal::Entry entry,
                        std::function<Result<void>(documents::Turn&, journal::Entry&)> const& work);

/// Puts a refusal that needed no transaction into the journal, and gives it back; a failure of ours is only
/// given back.
Result<void> refuse(Call const& call, std::string action, Error const& error);

}  // namespace tamga::api
