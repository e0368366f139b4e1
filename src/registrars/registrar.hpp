// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "ledger/code_no.hpp"
#include "registrars/rules.hpp"
#include "sql/connection.hpp"

namespace tamga::registrars {

using ledger::ParticipantNo;
using RegistrarNo = Id<struct RegistrarNoTag, std::int64_t>;

/// Where a registrar stands. Stored as a number: never renumber.
enum class RegistrarState : std::uint8_t {
  Applied = 0,    ///< waits for the operator
  Active = 1,     ///< codes are issued and printed through it
  Suspended = 2,  ///< stands still: repair, a check, a doubt
  Withdrawn = 3,  ///< for ever
  Refused = 4,    ///< with the reason
};
inline constexpr std::array<std::string_view, 5> kRegistrarStateNames{"applied", "active", "suspended",
                                                                      "withdrawn", "refused"};
constexpr std::string_view name_of(RegistrarState state) {
  return kRegistrarStateNames.at(static_cast<std::size_t>(state));
}

/// What happens to a registrar.
enum class Move : std::uint8_t { Confirm, Refuse, Suspend, Resume, Withdraw };
inline constexpr std::array<std::string_view, 5> kMoveNames{"confirm", "refuse", "suspend", "resume",
                                                            "withdraw"};
constexpr std::string_view name_of(Move move) { return kMoveNames.at(static_cast<std::size_t>(move)); }
/// Whether the participant is told why.
constexpr bool needs_reason(Move move) { return move == Move::Refuse || move == Move::Suspend; }
/// Where the move leads from there; nothing: it is not possible.
std::optional<RegistrarState> after(Move move, RegistrarState state);

/// An emission registrar of a participant: a device at his line, or remote access to one of the operator's.
/// Requirement R-80; contract R-41.
struct Registrar {
  RegistrarNo number;
  ParticipantNo participant;
  RegistrarKind kind{};
  std::string serial;    ///< of a device: the maker's number
  std::string model;     ///< of a device
  std::string software;  ///< of a device: version
  std::string access;    ///< of remote access: the country's word for its contract
  std::string place;     ///< of business, as the profile names it
  RegistrarState state = RegistrarState::Applied;
  std::string person;  ///< who signed for it
  UnixMs applied;
  UnixMs changed;
  std::string reason;  ///< of a refusal, a suspension, a withdrawal

  [[nodiscard]] bool active() const { return state == RegistrarState::Active; }
};

/// What a participant asks for; what is not of its kind is left out.
struct Wish {
  RegistrarKind kind{};
  std::optional<std::string> serial;
  std::optional<std::string> model;
  std::optional<std::string> software;
  std::optional<std::string> access;
  std::string place;
};

/// At most so many of a participant may stand at one time.
inline constexpr std::int64_t kMostRegistrars = 100;

/// What can be said of a wish without the store: the first errors of `apply`, up to REGISTRAR_ACCESS_UNKNOWN.
Result<void> judge_wish(Rules const& rules, std::vector<std::string> const& types, Wish const& wish);
/// Asks for a registrar, within the transaction of `connection`; `types` are the participant's. Errors:
/// REGISTRARS_NOT_USED (the country has none), REGISTRAR_NOT_FOR_TYPE, REGISTRAR_KIND_NOT_OFFERED,
/// REGISTRAR_FIELD_MISSING, REGISTRAR_FIELD_NOT_ASKED, REGISTRAR_ACCESS_UNKNOWN, REGISTRAR_TAKEN (the device
/// is registered already, or the access is there), REGISTRARS_TOO_MANY.
Result<Registrar> apply(sql::Connection& connection, Rules const& rules, RegistrarNo number,
                        ParticipantNo participant, std::vector<std::string> const& types, Wish const& wish,
                        std::string person, UnixMs now);
/// By the operator. Errors: REGISTRAR_UNKNOWN, REGISTRAR_MOVE_NOT_POSSIBLE, REGISTRAR_REASON_MISSING,
/// STORE_CONFLICT when somebody was faster.
Result<Registrar> move(sql::Connection& connection, RegistrarNo number, Move move, std::string reason,
                       UnixMs now);
/// By its participant, for ever. Errors: REGISTRAR_UNKNOWN (also another's), REGISTRAR_MOVE_NOT_POSSIBLE.
Result<Registrar> withdraw(sql::Connection& connection, ParticipantNo participant, RegistrarNo number,
                           UnixMs now);

/// Nothing when there is none.
Result<std::optional<Registrar>> find(sql::Connection& connection, RegistrarNo number);
/// The newest first; at most 200.
Result<std::vector<Registrar>> registrars_of(sql::Connection& connection, ParticipantNo participant);
/// Through which a participant may have codes issued now; at most 200.
Result<std::vector<Registrar>> active_of(sql::Connection& connection, ParticipantNo participant);
/// Of everybody, the oldest first, above `after`.
Result<std::vector<Registrar>> in_state(sql::Connection& connection, RegistrarState state, RegistrarNo after,
                                        int limit);

}  // namespace tamga::registrars
