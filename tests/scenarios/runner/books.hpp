// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runner/verbs.hpp"

// What the state's books say of companies, what the system makes of it, and channels.
namespace tamga::scenario {

Answer name_head(Act& act);
Answer set_status(Act& act);
Answer move_company(Act& act);
Answer number_company(Act& act);
Answer forget_company(Act& act);
Answer look_into_register(Act& act);

Answer look_at_standing(Act& act);
Answer recheck_standing(Act& act);
Answer restrict_participant(Act& act);
Answer block_participant(Act& act);
Answer lift_standing(Act& act);

Answer connect_channel(Act& act);
Answer disconnect_channel(Act& act);

/// The same without method and key: what is sent by PUT.
Request confirmed_request(Act& act, std::string target, Json const& body);
/// A body that is confirmed by a signed challenge about it, under a key of its own.
Answer send_confirmed(Act& act, std::string target, Json const& body);

}  // namespace tamga::scenario
