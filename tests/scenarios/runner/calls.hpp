// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runner/verbs.hpp"

// Actions that are no documents.
namespace tamga::scenario {

Answer download(Act& act);
Answer see_code(Act& act);
Answer see_package(Act& act);
Answer see_order(Act& act);
Answer see_document(Act& act);
Answer see_product(Act& act);
Answer check_code(Act& act);

Answer ask_challenge(Act& act);
Answer answer_challenge(Act& act);
Answer sign_out(Act& act);
Answer ask_to_take_part(Act& act);
Answer see_application(Act& act);
Answer see_profile(Act& act);
Answer approve_application(Act& act);
Answer reject_application(Act& act);
Answer withdraw_application(Act& act);
Answer follow_link(Act& act);
Answer follow_other_link(Act& act);

Answer days_pass(Act& act);
Answer hours_pass(Act& act);
Answer minutes_pass(Act& act);
Answer restart(Act& act);

Answer send_raw(Act& act);
Answer send_half(Act& act);
Answer send_deep(Act& act);
Answer send_large(Act& act);

}  // namespace tamga::scenario
