// SPDX-License-Identifier: Apache-2.0
#include "api/in_turn.hpp"

#include "crypto/sha256.hpp"
#include "documents/in_turn.hpp"
#include "documents/sequencer.hpp"

namespace tamga::api {
Result<void> in_turn(Call const& call, std::function<Result<void>(documents::Turn&)> work) {
  return documents::in_turn(call.services().sequencer, std::move(work));
}

journal::Entry entry_of(Call const& call, std::string action) {
  journal::Entry entry;
  if (call.signed_in()) {
    entry.participant = call.caller().number().value();
    entry.certificate = crypto::view(call.caller().session.certificate);
    entry.api_key = call.caller().api_key;
  }
  entry.action = std::move(action);
  entry.address = call.request().remote_address();
  entry.request_id = call.request().request_id();
  return entry;
}

}  // namespace tamga::api
