// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/error.hpp"
#include "ledger/code_state.hpp"

namespace tamga::ledger {

/// What can happen to a code. Stored in histories for ever; numbers are never reused.
enum class Event : std::uint8_t {
  Issue = 1,
  Print = 2,
  Apply = 3,
  Introduce = 4,
  Pack = 5,
  Unpack = 6,
  Assemble = 7,
  Disband = 8,
  Ship = 9,
  Accept = 10,
  GiveBack = 11,
  Sell = 12,
  Retire = 13,
  Return = 14,
  CancelRetirement = 15,
  WriteOff = 16,
  ReplaceOld = 17,
  ReplaceNew = 18,
  Block = 19,
  Unblock = 20,
  ClearCustoms = 21,
  Correct = 22,
  IntroduceImport = 23,
  Repack = 24,
  HandOver = 25,
  SellPart = 26,
  ReturnPart = 27,
  Grade = 28,
  DropOut = 29,
};
inline constexpr int kEventCount = 30;

std::string_view name_of(Event event);

/// Who may cause an event.
enum class Who : std::uint8_t {
  Owner,   ///< the owner of the code (its emitter before introduction)
  Anyone,  ///< any participant; the document itself proves the right (acceptance, a cash register's receipt)
  Authority,  ///< the operator or a state authority
};

/// What an event asks of the package a named code lies in. Content reached through a named package is exempt.
enum class Packing : std::uint8_t { Any, Loose, Packed };

using StatusSet = std::uint8_t;
template <class... S>
constexpr StatusSet from(S... statuses) {
  return static_cast<StatusSet>((0U | ... | (1U << static_cast<unsigned>(statuses))));
}

/// One line of the life cycle: an event, from which statuses, by whom, what it asks of marks and packages,
/// and what it sets. The whole table is `life_cycle()`; features 3.1 and docs/life-cycle.md read the same.
struct Rule {
  Event event;
  StatusSet from;
  Who who;
  Packing packing;
  Marks needs;      ///< marks that must be there
  Marks tolerates;  ///< hindrances that do not stop it
  CodeStatus to;    ///< NotIssued: the status stays
  Marks set;
  Marks clear;
};

std::span<Rule const> life_cycle();
Rule const& rule_of(Event event);

/// The sender of a document as the table sees it.
struct Actor {
  ParticipantNo participant;
  bool authority = false;
};

enum class Scope : std::uint8_t { Named, Content };

/// Judges one state against the table: nothing when the event may happen, else the row of the error
/// catalogue. Order: issued, owner, marks needed, holds, status, package; an owner is told before a status,
/// so that nobody learns the state of another's goods.
ErrorKind const* judge(Event event, CodeState const& state, Actor actor, Scope scope);

/// What the table alone sets: status and marks. Documents add owner, parent, lot and reason.
Patch patch_of(Event event);

}  // namespace tamga::ledger
