// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runner/expectations.hpp"
#include "runner/verbs.hpp"

// Emission registrars, what was printed, the directory of service providers, the record of signed tails.
namespace tamga::scenario {

Answer name_registrar(Act& act);
Answer register_device(Act& act);
Answer ask_remote_access(Act& act);
Answer give_up_registrar(Act& act);
Answer confirm_registrar(Act& act);
Answer refuse_registrar(Act& act);
Answer suspend_registrar(Act& act);
Answer resume_registrar(Act& act);
Answer look_at_registrars(Act& act);
Answer look_at_registrar(Act& act);
Answer look_at_registrar_queue(Act& act);
Answer look_at_printing(Act& act);
Answer look_at_tail_batches(Act& act);

Answer list_provider(Act& act);
Answer remove_provider(Act& act);
Answer look_for_providers(Act& act);

std::string got_registrar_of_order(Look& look);

}  // namespace tamga::scenario
