// SPDX-License-Identifier: Apache-2.0
#include "api/journalled.hpp"

#include "base/failure.hpp"

namespace tamga::api {

Result<void> journalled(Call const& call, journal::Entry entry,
                        std::function<Result<void>(documents::Turn&, journal::Entry&)> const& work) {
  Result<void> outcome;
  TAMGA_TRY(in_turn(call, [&](documents::Turn& turn) -> Result<void> {
    journal::Entry about = entry;
    about.at = turn.now();
    outcome = work(turn, about);
    if (!outcome && is_failure(outcome.error())) return outcome;
    about.result = outcome ? "accepted" : "refused";
    if (!outcome) about.error = outcome.error().name();
    turn.journal(std::move(about));
    return {};
  }));
  return outcome;
}

Result<void> refuse(Call const& call, std::string action, Error const& error) {
  if (is_failure(error)) return fail(error);
  return journalled(call, entry_of(call, std::move(action)),
                    [&](documents::Turn&, journal::Entry&) -> Result<void> { return fail(error); });
}

}  // namespace tamga::api
