// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "channels/directory.hpp"
#include "ledger/code_no.hpp"
#include "sql/connection.hpp"

namespace tamga::channels {

using ledger::ParticipantNo;
using ChannelNo = Id<struct ChannelNoTag, std::int64_t>;

/// Where a connection stands. Stored as a number: never renumber.
enum class ChannelState : std::uint8_t {
  Requested = 0,  ///< waits for the operator of the channel
  Active = 1,
  Refused = 2,  ///< with the reason
  Ended = 3,    ///< by the participant
};
inline constexpr std::array<std::string_view, 4> kChannelStateNames{"requested", "active", "refused",
                                                                    "ended"};
constexpr std::string_view name_of(ChannelState state) {
  return kChannelStateNames.at(static_cast<std::size_t>(state));
}

/// The connection of a participant to an operator of documents or fiscal data. Features 1.17, 1.18.
struct Channel {
  ChannelNo number;
  ParticipantNo participant;
  ChannelKind kind{};
  std::string operator_code;
  std::string requisite;  ///< by which the operator knows the participant
  ChannelState state = ChannelState::Requested;
  std::string person;  ///< who signed for it
  UnixMs requested;
  UnixMs changed;
  std::string reason;  ///< of a refusal
};

/// What a participant asks for.
struct Wish {
  ChannelKind kind{};
  std::string operator_code;
  std::optional<std::string> requisite;
};

/// Connects, within the transaction of `connection`: to the built-in operator at once, to another when it
/// says so. Several operators of a kind may be connected side by side. Errors: CHANNEL_OPERATOR_UNKNOWN,
/// REQUISITE_MISSING, REQUISITE_LENGTH, REQUISITE_NOT_ASKED, CHANNEL_OPEN (to that operator already).
Result<Channel> connect(sql::Connection& connection, Directory const& directory, ChannelNo number,
                        ParticipantNo participant, Wish const& wish, std::string person, UnixMs now);
/// The operator of the channel says yes, or no with the reason. Errors: CHANNEL_UNKNOWN, CHANNEL_NOT_WAITING.
Result<Channel> settle(sql::Connection& connection, ChannelNo number, std::optional<std::string> refusal,
                       UnixMs now);
/// The participant leaves. Errors: CHANNEL_UNKNOWN (also one of another participant, or over).
Result<Channel> disconnect(sql::Connection& connection, ParticipantNo participant, ChannelNo number,
                           UnixMs now);

/// Errors: CHANNEL_UNKNOWN.
Result<Channel> find_channel(sql::Connection& connection, ChannelNo number);
/// Those of a participant, also past ones, the newest first; at most 200.
Result<std::vector<Channel>> channels_of(sql::Connection& connection, ParticipantNo participant);
/// The kinds of which the participant has a channel that works, each once.
Result<std::vector<ChannelKind>> working_kinds(sql::Connection& connection, ParticipantNo participant);
/// Those that wait for their operator, the oldest first, above `after`.
Result<std::vector<Channel>> channels_waiting(sql::Connection& connection, ChannelNo after, int limit);

}  // namespace tamga::channels
