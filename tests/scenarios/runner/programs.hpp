// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runner/verbs.hpp"

// Keys of programs, and sessions.
namespace tamga::scenario {

Answer make_key(Act& act);
Answer rotate_key(Act& act);
Answer revoke_key(Act& act);
Answer look_at_keys(Act& act);
Answer look_at_sessions(Act& act);
Answer end_other_sessions(Act& act);

}  // namespace tamga::scenario
