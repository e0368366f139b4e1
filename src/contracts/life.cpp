// SPDX-License-Identifier: Apache-2.0
#include "contracts/life.hpp"

namespace tamga::contracts {
namespace {

using enum ContractState;
using Cell = std::optional<ContractState>;
constexpr Cell kNo = std::nullopt;
constexpr std::size_t kEvents = kEventNames.size() - 1;  // all but Generate

// One row for each state, one column for each event from Publish on.
constexpr std::array<std::array<Cell, kEvents>, kStateNames.size()> kLife{{
    // Publish Open    Sign    Queue   Accept  GiveBack  Amend     Supersede   End
    {Ready, kNo, kNo, kNo, kNo, kNo, kNo, Superseded, Ended},        // Draft
    {kNo, Viewed, kNo, kNo, kNo, kNo, kNo, Superseded, Ended},       // Ready
    {kNo, kNo, Signed, kNo, kNo, kNo, kNo, Superseded, Ended},       // Viewed
    {kNo, kNo, kNo, Review, Active, kNo, kNo, Superseded, Ended},    // Signed
    {kNo, kNo, kNo, kNo, Active, Returned, kNo, Superseded, Ended},  // Review
    {kNo, kNo, kNo, kNo, kNo, kNo, Amending, Superseded, Ended},     // Active
    {kNo, kNo, kNo, kNo, kNo, kNo, Amending, Superseded, Ended},     // Amending
    {kNo, kNo, Signed, kNo, kNo, kNo, kNo, Superseded, Ended},       // Returned
    {kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo},                   // Superseded
    {kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo},                   // Ended
}};

}  // namespace

std::optional<ContractState> after(ContractState state, ContractEvent event) {
  if (event == ContractEvent::Generate) return std::nullopt;
  return kLife.at(static_cast<std::size_t>(state)).at(static_cast<std::size_t>(event) - 1);
}

}  // namespace tamga::contracts
