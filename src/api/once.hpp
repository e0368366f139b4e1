// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "api/call.hpp"
#include "api/confirmation.hpp"
#include "documents/turn.hpp"

namespace tamga::api {

/// What is done once, however often the call is sent.
struct OnceOrder {
  std::string_view action;  ///< in the journal
  std::string object{};     ///< of the journal's entry, when it is known before
  Confirmation const* confirmation = nullptr;
};

/// Does `work` in the writer's turn, with its entry in the journal in the same transaction, and gives the
/// object it changed: a text by which the caller finds it again. The same call with the same Idempotency-Key,
/// and the same signed request with any key, does nothing and gives the same object. A refusal of `work`
/// changes nothing but that a challenge is used. On worker threads only. Errors: CALL_KEY_REUSED,
/// CHALLENGE_USED, those of `work`.
Result<std::string> once(Call const& call, OnceOrder const& order,
                         std::function<Result<std::string>(documents::Turn&)> const& work);

}  // namespace tamga::api
