// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "documents/case.hpp"

namespace tamga::documents {

/// Goods made by one organisation to the order of another: whose they are once they are in circulation.
struct ContractParties {
  std::string_view customer;    ///< tax number
  std::string_view contractor;  ///< tax number
};

/// The customer, a participant; nothing, with the objection made, when the parties do not fit: they differ
/// and one of them is the sender. Features 3.1, row 9.
Result<std::optional<ledger::ParticipantNo>> judge_parties(Case& one, ContractParties const& parties);

/// Goods that pass to another owner: they lie in no package that stays behind, and what was in circulation
/// before (the boxes they are packed in) goes with them. `tree`: what is introduced. Gives the rest, which is
/// only handed over.
Result<ledger::CodeSet> judge_hand_over(Case& one, NamedCodes const& named, Case::Tree const& tree);

}  // namespace tamga::documents
