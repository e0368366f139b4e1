// SPDX-License-Identifier: Apache-2.0
#include "api/confirmed.hpp"

#include "api/errors.hpp"
#include "base/failure.hpp"

namespace tamga::api {

Result<void> confirmed(Call const& call, Confirmation const& confirmation, std::string_view action,
                       std::function<Result<void>(documents::Turn&, journal::Entry&)> const& work) {
  if (!confirmation.challenge) return fail(kStepUpNeeded);
  Result<void> outcome;
  TAMGA_TRY(in_turn(call, [&](documents::Turn& turn) -> Result<void> {
    outcome = confirmation.use(call.services(), turn.connection());
    if (!outcome) return is_failure(outcome.error()) ? outcome : Result<void>();
    journal::Entry entry = entry_of(call, std::string(action));
    entry.at = turn.now();
    entry.certificate = crypto::view(confirmation.signer.certificate);
    entry.body_hash = crypto::view(confirmation.request);
    entry.result = "accepted";
    outcome = work(turn, entry);
    if (!outcome) return is_failure(outcome.error()) ? outcome : Result<void>();
    turn.journal(std::move(entry));
    return {};
  }));
  return outcome;
}

}  // namespace tamga::api
