// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runner/verbs.hpp"

// Users of an organisation, their rights and powers of attorney, the journal they read.
namespace tamga::scenario {

Answer hire(Act& act);
Json admit_body(Act& act);
Json change_user_body(Act& act);
Json block_user_body(Act& act);
Json unblock_user_body(Act& act);
Json give_power_body(Act& act);
Json revoke_power_body(Act& act);

Answer look_for_ending_certificates(Act& act);
Answer look_at_himself(Act& act);
Answer look_at_users(Act& act);
Answer look_at_powers(Act& act);
Answer read_journal(Act& act);

}  // namespace tamga::scenario
