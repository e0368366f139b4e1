// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "api/call.hpp"
#include "api/confirmation.hpp"
#include "api/in_turn.hpp"

namespace tamga::api {

/// What a signature over the body of a call, which somebody could send once more, is good for.
enum class SignedBody : std::uint8_t {
  OneCall,  ///< the same signed bytes are the same call, under whatever key they come
  Nothing,  ///< a challenge must be signed: the same words may be meant again some day
  Kept,     ///< what is changed keeps them, and refuses them the second time
};

/// What is done once, however often the call is sent.
struct OnceOrder {
  std::string_view action{};  ///< in the journal; empty: it is nobody's statement, the journal is silent
  std::string object{};       ///< of the journal's entry, when it is known before
  Confirmation const* confirmation = nullptr;
  SignedBody signed_body = SignedBody::OneCall;
  std::string_view body{};  ///< where the endpoint took it out of the request
  bool tells_refusals =
      false;  ///< in the journal, where nobody is known whose journal the runtime could tell
};

struct Done {
  std::string object;  ///< a text by which the caller finds what was changed
  bool again = false;  ///< it was done before: nothing happened now
};

/// What changes something: gives the object, completes the entry of the journal (result, error, certificate).
using OnceWork = std::function<Result<std::string>(documents::Turn&, journal::Entry&)>;

/// The one way for endpoints to change something outside documents: does `work` in the writer's turn, with
/// its entry in the journal in the same transaction, and remembers the Idempotency-Key. The same call with
/// the same key does nothing and gives the same object for thirty days, also under a challenge that was used
/// meanwhile. A refusal of `work` takes neither key nor challenge, and what it wrote to the connection before
/// is undone; what it gives to the turn (desks, notices) it gives after its last refusal. On worker threads
/// only. Errors: STEP_UP_NEEDED (`SignedBody::Nothing`), CALL_KEY_REUSED, CHALLENGE_USED, those of
/// `work`.
Result<Done> once(Call const& call, OnceOrder const& order, OnceWork const& work);

/// Puts a refusal that needed no transaction into the journal, and gives it back; a failure of ours is only
/// given back.
Result<void> refuse(Call const& call, std::string action, Error const& error);

}  // namespace tamga::api
