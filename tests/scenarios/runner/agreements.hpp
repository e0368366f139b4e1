// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runner/verbs.hpp"

// Contracts with the operator, and what is still closed without them.
namespace tamga::scenario {

Answer look_at_contracts(Act& act);
Answer look_at_access(Act& act);
Answer read_contract(Act& act);
Answer sign_contract(Act& act);
Answer sign_all_contracts(Act& act);
Answer give_back_contract(Act& act);
Answer end_contract(Act& act);
Answer ask_prior_contract(Act& act);
Answer get_product(Act& act);
Answer look_at_text(Act& act);
Answer decide_group(Act& act);
Answer look_at_group(Act& act);

/// The newest contract of somebody for a product group, or of a kind that covers all groups; null when there
/// is none. Once the system has made what is due.
Json newest_contract(Stage& stage, Person& who, std::string const& what);

}  // namespace tamga::scenario
