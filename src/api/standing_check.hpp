// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "documents/turn.hpp"
#include "registry/participant.hpp"
#include "standing/watch.hpp"

namespace tamga::api {

/// What the state's register said of a participant.
struct RegisterAnswer {
  registry::Participant participant;
  bool silent = false;
  std::optional<business_register::BusinessEntity> said{};  ///< nothing: it knows no such business
};

/// Asks the register; may take seconds, so not within a turn. Errors: of our own storage only.
Result<RegisterAnswer> ask_register(standing::Watch const& watch, registry::Participant participant);

/// Writes down what it said, in the writer's turn, with an entry in the journal and a letter where the
/// standing changed. `Book::show` what comes back after the commit.
Result<std::optional<standing::Standing>> settle_standing(standing::Watch const& watch, documents::Turn& turn,
                                                          RegisterAnswer const& answer);

/// The entry of a change of standing.
void complete_entry(journal::Entry& entry, registry::Participant const& participant,
                    standing::Standing const& standing);

}  // namespace tamga::api
