// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runner/expectations.hpp"
#include "runner/verbs.hpp"

// Accounts, invoices, statements of banks, orders that wait.
namespace tamga::scenario {

Json named_order_body(Act& act);
Answer top_up(Act& act);
Answer ask_for_invoice(Act& act);
Answer ask_for_invoice_of_order(Act& act);
Answer cancel_invoice(Act& act);
Answer look_at_account(Act& act);
Answer look_at_charges(Act& act);
Answer look_at_invoices(Act& act);
Answer look_at_payments(Act& act);
Answer look_at_books(Act& act);
Answer import_statement(Act& act);
Answer import_statement_again(Act& act);
Answer propose_payment(Act& act);
Answer propose_to_pay_back(Act& act);
Answer agree_to_payment(Act& act);
Answer disagree_to_payment(Act& act);

std::string got_order(Look& look);
std::string got_account(Look& look);
std::string got_invoice(Look& look);
std::string got_charges(Look& look);

}  // namespace tamga::scenario
