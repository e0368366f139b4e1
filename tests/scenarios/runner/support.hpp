// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runner/expectations.hpp"
#include "runner/verbs.hpp"

// Talking to the operator: tickets, reports of consumers, comments.
namespace tamga::scenario {

Answer ask_operator(Act& act);
Answer write_in_ticket(Act& act);
Answer close_ticket(Act& act);
Answer look_at_ticket(Act& act);
Answer look_at_tickets(Act& act);
Answer answer_ticket(Act& act);
Answer take_ticket(Act& act);
Answer end_ticket(Act& act);
Answer look_at_ticket_queue(Act& act);

Answer report_violation(Act& act);
Answer look_at_report(Act& act);
Answer guess_report(Act& act);
Answer look_at_own_reports(Act& act);
Answer look_at_reports(Act& act);
Answer take_report(Act& act);
Answer confirm_report(Act& act);
Answer dismiss_report(Act& act);

/// Erased by a round of the system: it is waited for.
std::string got_no_contact(Look& look);

Answer write_comment(Act& act);
Answer read_comments(Act& act);
Answer hide_comment(Act& act);
Answer show_comment(Act& act);

}  // namespace tamga::scenario
