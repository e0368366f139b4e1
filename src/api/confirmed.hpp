// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "api/confirmation.hpp"
#include "api/in_turn.hpp"

namespace tamga::api {

/// Does `work` in the writer's turn in the name of whoever signed a challenge for this very request, and puts
/// it into the journal; `work` completes the entry (object, result). The challenge is good for one request. A
/// refusal changes nothing but that the challenge is used: whoever runs endpoints puts it into the journal.
/// Errors: STEP_UP_NEEDED (no challenge was signed), CHALLENGE_USED, those of `work`.
Result<void> confirmed(Call const& call, Confirmation const& confirmation, std::string_view action,
                       std::function<Result<void>(documents::Turn&, journal::Entry&)> const& work);

}  // namespace tamga::api
