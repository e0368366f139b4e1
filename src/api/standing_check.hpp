// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crypto/revocation.hpp"
#include "documents/turn.hpp"
#include "registry/participant.hpp"
#include "sql/store.hpp"
#include "standing/watch.hpp"

namespace tamga::api {

/// What the state's register said of a participant.
struct RegisterAnswer {
  registry::Participant participant;
  bool silent = false;
  std::optional<business_register::BusinessEntity> said{};  ///< nothing: it knows no such business
  std::vector<crypto::Sha256> revoked{};  ///< certificates of the head that their authorities revoked
  std::vector<std::string> certified{};   ///< numbers in the register of businesses that good ones name
};

/// Asks the register; may take seconds, so not within a turn. Errors: of our own storage only.
Result<RegisterAnswer> ask_register(standing::Watch const& watch, registry::Participant participant);

/// Also reads what certificates of the head name, and asks whether they were revoked. Those whose path no
/// signature left behind, and those nobody answers for, count as good. May take seconds too. `revocation`
/// null: nobody asks.
Result<void> ask_about_head(sql::Store& store, crypto::RevocationChecker* revocation, UnixMs now,
                            RegisterAnswer& answer);

/// Writes down what they said, in the writer's turn, with an entry in the journal and a letter where the
/// standing changed. `Book::show` what comes back after the commit.
Result<std::optional<standing::Standing>> settle_standing(standing::Watch const& watch, documents::Turn& turn,
                                                          RegisterAnswer const& answer);

/// The entry of a change of standing.
void complete_entry(journal::Entry& entry, registry::Participant const& participant,
                    standing::Standing const& standing);

}  // namespace tamga::api
