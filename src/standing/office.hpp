// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/result.hpp"
#include "business_register/business_entity.hpp"
#include "registry/profile.hpp"
#include "sql/connection.hpp"
#include "standing/rules.hpp"
#include "standing/standing.hpp"

namespace tamga::standing {

/// What a change of standing was, for the journal and the letter.
struct Settled {
  Standing standing;
  Effect before = Effect::Good;
  bool changed = false;  ///< other causes stand against the participant than before
};

/// Writes down what the register said of a participant, within the transaction of `connection`: the first
/// answer is what later ones are compared with, and so is the first after a profile was confirmed anew
/// (`profile`: the one in force). `certified`: numbers in the register of businesses that certificates of its
/// head name, which are good now. Findings of the operator stay. `Book::show` after the commit.
Result<Settled> settle(sql::Connection& connection, Rules const& rules, ParticipantNo participant,
                       std::optional<registry::StoredProfile> const& profile,
                       std::optional<business_register::BusinessEntity> const& said,
                       std::span<std::string const> certified, UnixMs now);

/// The register was silent: nothing is known, the turn comes again.
Result<void> postpone(sql::Connection& connection, Rules const& rules, ParticipantNo participant, UnixMs now);

/// What authorities say of the certificates of the head: every one that has not ended was revoked, or not.
/// Within the transaction of `connection`, like all of these.
Result<Settled> judge_head(sql::Connection& connection, Rules const& rules, ParticipantNo participant,
                           bool revoked, UnixMs now);
/// A new head has proved that the register names him: what stood against the one before ends, the register is
/// asked again soon.
Result<Settled> change_head(sql::Connection& connection, ParticipantNo participant, UnixMs now);
/// Its turn to be looked at comes now.
Result<void> make_due(sql::Connection& connection, ParticipantNo participant, UnixMs now);

/// The operator itself is not watched.
Result<void> exempt(sql::Connection& connection, ParticipantNo participant);

/// A person at the operator restricts or blocks a participant, in words that it is told. Errors:
/// STANDING_ALREADY (he has done so).
Result<Settled> decide(sql::Connection& connection, ParticipantNo participant, Effect effect,
                       std::string reason, std::string person, UnixMs now);

/// The operator takes back what he decided, and takes what the register says now for confirmed: all other
/// findings that a look at papers can settle end with it. Errors: STANDING_NOTHING_TO_LIFT.
Result<Settled> lift(sql::Connection& connection, ParticipantNo participant, UnixMs now);

}  // namespace tamga::standing
