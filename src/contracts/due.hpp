// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "contracts/contract.hpp"
#include "sql/connection.hpp"

namespace tamga::contracts {

/// Why contracts of somebody are looked at again; stored, shown to participants as a word of spec/errors.
inline constexpr std::string_view kProfileChanged = "contracts_profile";
inline constexpr std::string_view kHeadChanged = "contracts_head";
inline constexpr std::string_view kPricesChanged = "contracts_prices";
inline constexpr std::string_view kPilotEnded = "contracts_pilot_ended";
inline constexpr std::string_view kWordingChanged = "contracts_wording";

/// What kept a contract from being made, for people: a row of the error catalogue with its values.
struct Obstacle {
  std::string error;
  std::map<std::string, std::string> values;
  friend bool operator==(Obstacle const&, Obstacle const&) = default;
};

/// Somebody whose contracts must be compared with what they should be. Written in the transaction of the
/// change that made it due, gone in the transaction that did it: it cannot be lost, and it may be done twice.
struct Due {
  ParticipantNo participant;
  std::int64_t asked = 0;  ///< how often: what is asked while somebody works on it stays due
  std::string reason;
  std::int64_t tries = 0;
  std::optional<Obstacle> obstacle;  ///< of the last try
};

/// Each within the caller's transaction.
Result<void> ask_for(sql::Connection& connection, ParticipantNo participant, std::string_view reason,
                     UnixMs now);
/// Of everybody with a contract for the group, or of the kind, that is not over.
Result<void> ask_for_group(sql::Connection& connection, std::string_view group, std::string_view reason,
                           UnixMs now);
Result<void> ask_for_kind(sql::Connection& connection, std::string_view kind, std::string_view reason,
                          UnixMs now);
/// Those whom an obstacle stopped are tried again: something of the country changed.
Result<void> ask_again(sql::Connection& connection, UnixMs now);

/// Those whose time has come, oldest first, at most `most`.
Result<std::vector<Due>> due_now(sql::Connection& connection, UnixMs now, std::int64_t most);
/// Nothing when nothing is due for that participant.
Result<std::optional<Due>> due_of(sql::Connection& connection, ParticipantNo participant);
/// It was done; stays due when it was asked again meanwhile.
Result<void> settle(sql::Connection& connection, Due const& due);
/// It could not be done, or not all of it.
Result<void> postpone(sql::Connection& connection, Due const& due, UnixMs next_try,
                      std::optional<Obstacle> const& obstacle);

/// The terms that contracts were last compared with, by subject: a group, a kind.
using Terms = std::map<std::string, std::string, std::less<>>;
Result<Terms> read_terms(sql::Connection& connection);
Result<void> set_terms(sql::Connection& connection, std::string_view subject, std::string_view terms,
                       UnixMs now);

}  // namespace tamga::contracts
