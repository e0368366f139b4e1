// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tamga::contracts {

/// Where a contract stands. Stored as a number: never renumber.
enum class ContractState : std::uint8_t {
  Draft = 0,       ///< generated, not shown yet
  Ready = 1,       ///< the participant can read and sign it
  Viewed = 2,      ///< has been opened: only what was seen can be signed
  Signed = 3,      ///< by the participant; the rule decides in the same moment
  Review = 4,      ///< waits for a person on the operator's side
  Active = 5,      ///< signed by both
  Amending = 6,    ///< in force until its successor is signed, or until a day
  Returned = 7,    ///< with a reason; the participant signs again
  Superseded = 8,  ///< another version took its place
  Ended = 9,       ///< by either party or by law
};
inline constexpr std::array<std::string_view, 10> kStateNames{
    "draft", "ready", "viewed", "signed", "review", "active", "amending", "returned", "superseded", "ended"};

/// What can happen to a contract. Stored as a number: never renumber.
enum class ContractEvent : std::uint8_t {
  Generate = 0,  ///< begins the history of every contract
  Publish = 1,
  Open = 2,
  Sign = 3,
  Queue = 4,  ///< the rule left it to a person; the note says why
  Accept = 5,
  GiveBack = 6,
  Amend = 7,  ///< a successor was made; the contract stays in force for a while
  Supersede = 8,
  End = 9,
};
inline constexpr std::array<std::string_view, 10> kEventNames{
    "generate", "publish", "open", "sign", "queue", "accept", "give_back", "amend", "supersede", "end"};

constexpr std::string_view name_of(ContractState state) {
  return kStateNames.at(static_cast<std::size_t>(state));
}
constexpr std::string_view name_of(ContractEvent event) {
  return kEventNames.at(static_cast<std::size_t>(event));
}

/// The state after the event; nothing when the event is impossible in this state.
[[nodiscard]] std::optional<ContractState> after(ContractState state, ContractEvent event);

/// Superseded or ended: nothing happens any more.
constexpr bool is_over(ContractState state) {
  return state == ContractState::Superseded || state == ContractState::Ended;
}

}  // namespace tamga::contracts
