// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "runner/agreements.hpp"
#include "runner/books.hpp"
#include "runner/calls.hpp"
#include "runner/cards.hpp"
#include "runner/document_bodies.hpp"
#include "runner/money.hpp"
#include "runner/packets.hpp"
#include "runner/programs.hpp"
#include "runner/registrars.hpp"
#include "runner/staff.hpp"
#include "runner/support.hpp"
#include "runner/verbs.hpp"

namespace tamga::scenario {
namespace {

Verb document(char const* pattern, char const* kind, Json (*body)(Act&)) {
  return {Pattern(pattern), kind, body, nullptr};
}
Verb call(char const* pattern, Answer (*run)(Act&)) { return {Pattern(pattern), nullptr, nullptr, run}; }

}  // namespace

// clang-format off
std::span<Verb const> grammar() {
  static std::array const kGrammar{
    // Documents: who sends what.
    document("{who...} orders {lines...} [for group {group}] [released as {method}] [paying at {moment}] [through {registrar}] [in the name of {principal...}]", "order_codes", order_body),
    document("{who...} appoints {provider...} to {rights...} [in {groups...}] [lasting {days} days|day] [as {name}]", "appoint_provider", appoint_body),
    document("{who...} dismisses provider {mandate}", "dismiss_provider", dismiss_body),
    document("{who...} cancels order {packet}", "cancel_order", named_order_body),
    document("{who...} closes order {packet}", "close_order", named_order_body),
    document("{who...} prints {codes...} [on line {line}] [through {registrar}] [for production {production}]", "print", print_body),
    document("{who...} grades {codes...} as {grade} [then {codes2...} as {grade2}] [through {registrar}] [for production {production}]", "report_quality", quality_body),
    document("{who...} drops out {codes...} because {reason} [saying {text}] [through {registrar}] [for production {production}]", "drop_out", drop_out_body),
    document("{who...} applies {codes...} [produced {produced...}] [expires {expires...}] [batch {batch}] [on line {line}] [made in {country}] [in the name of {principal...}]",
             "apply", apply_body),
    document("{who...} introduces {codes...} as {way} [declaration {declaration}] [document {document}] [for {customer...}] [made by {contractor...}]",
             "introduce", introduce_body),
    document("{who...} introduces {codes...} issued in {issuer} [produced {produced...}] [expires {expires...}] [batch {batch}] [made in {country}]",
             "introduce_foreign", introduce_foreign_body),
    document("{who...} packs {codes...} into {package...} [then {codes2...} into {package2...}] [then {codes3...} into {package3...}]",
             "aggregate", pack_body),
    document("{who...} unpacks {packages...}", "disaggregate", unpack_body),
    document("{who...} repacks {package...} [adding {add...}] [removing {remove...}]", "reaggregate", repack_body),
    document("{who...} ships {codes...} to {receiver...} [document {document}] [as {name}]", "ship", ship_body),
    document("{who...} ships {codes...} to-tax-number {tax_id} [as {name}]", "ship", ship_body),
    document("{who...} accepts {shipment}", "accept", accept_all_body),
    document("{who...} accepts only {codes...} of {shipment}", "accept", accept_listed_body),
    document("{who...} refuses {shipment}", "accept", accept_none_body),
    document("{who...} cancels shipment {shipment}", "cancel_shipment", cancel_shipment_body),
    document("{who...} sells {part} of {of} from {code...} [on receipt {receipt}] [at till {till}] [as {name}]", "receipt", sell_part_body),
    document("{who...} refunds {part} of {of} from {code...} [on refund {refund}] [of receipt {receipt}] [at till {till}]", "refund", refund_part_body),
    document("{who...} sells {codes...} [on receipt {receipt}] [at till {till}] [as {name}]", "receipt", receipt_body),
    document("{who...} refunds {codes...} [on refund {refund}] [of receipt {receipt}] [at till {till}]", "refund", refund_body),
    document("{who...} withdraws {codes...} because {reason} [saying {text}] [document {document}] [as {name}]", "withdraw", withdraw_body),
    document("{who...} cancels the withdrawal of {codes...} [because {reason}]", "cancel_withdrawal", cancel_withdrawal_body),
    document("{who...} returns {codes...} because {reason}", "return", return_body),
    document("{who...} writes off {codes...} because {reason} [saying {text}] [document {document}] [as {name}]", "write_off", write_off_body),
    document("{who...} replaces {old...} by {new...} [because {reason}]", "remark", remark_body),
    document("{who...} corrects {codes...} [produced {produced...}] [expires {expires...}] [batch {batch}] [made in {country}]",
             "correct", correct_body),
    document("{who...} recalls {gtin} [batch {batch}] [produced from {from...} to {to...}] [because {reason}] [instruction {instruction}] [as {name}]", "recall", recall_body),
    document("{who...} lifts recall {recall}", "lift_recall", lift_recall_body),
    document("{who...} blocks {codes...} because {reason}", "block", block_body),
    document("{who...} unblocks {codes...} because {reason}", "unblock", block_body),
    document("{who...} clears {codes...} of customs declaration {declaration}", "clear_customs", clear_customs_body),

    document("{who...} completes the profile as {types...} [dealing in {groups...}] [bank {bank}] [account {account}] [kpp {kpp}]",
             "complete_profile", profile_body),

    // Product cards.
    document("{who...} publishes card {gtin} of group {group} [as {level}] [called {name...}] [saying {facts...}] [without {missing}] [holding {quantity} of {inside}] [declared until {until...}]",
             "publish_card", card_body),
    document("{who...} stops card {gtin} because {reason}", "block_card", end_card_body),
    document("{who...} archives card {gtin} because {reason}", "archive_card", end_card_body),
    call("{who...} drafts card {gtin} of group {group} [as {level}] [called {name...}] [saying {facts...}] [without {missing}] [holding {quantity} of {inside}] [declared until {until...}]", draft_card),
    call("{who...} looks at the draft of card {gtin}", see_card_draft),
    call("{who...} looks at card {gtin}", see_card),
    call("{who...} looks at the cards [that are {state}]", see_cards),
    call("{who...} looks in the catalogue for {text...}", search_catalogue),
    call("{who...} looks up {gtin} in the catalogue", see_published_card),
    call("{who...} looks at the cards that wait", see_card_queue),
    call("{who...} takes card {gtin}", take_card),
    call("{who...} approves card {gtin}", approve_card),
    call("{who...} returns card {gtin} because {reason} [at {pointer}]", return_card),
    call("{who...} suspends card {gtin} because {reason}", suspend_card),
    call("{who...} resumes card {gtin}", resume_card),
    call("{who...} assigns prefix {prefix} to {company...}", assign_prefix),
    call("{who...} loads classifier {classifier} from {day...} on", load_classifier),

    // People of an organisation. Who is hired has a certificate, and is no user before somebody admits him.
    call("{who...} hires {name...} [with a {kind} certificate]", hire),
    document("{who...} admits {user...} as {roles...} [to work with {groups...}] [under {name}]", "admit_user", admit_body),
    document("{who...} changes {user...} [to be {roles...}] [to work with {groups...}] [writing to {email}]", "change_user", change_user_body),
    document("{who...} blocks user {user...}", "change_user", block_user_body),
    document("{who...} unblocks user {user...}", "change_user", unblock_user_body),
    document("{who...} gives {user...} power {number} for {rights...} [lasting {days} days|day]", "power_of_attorney", give_power_body),
    document("{who...} revokes power {number}", "power_of_attorney", revoke_power_body),
    call("the system looks for certificates that end also of {who...}", look_for_ending_certificates),
    call("{who...} looks at himself|herself", look_at_himself),
    call("{who...} looks at the users", look_at_users),
    call("{who...} looks at the powers of attorney", look_at_powers),
    call("{who...} reads the journal [of {user...}] [doing {action}] [about {document}]", read_journal),

    // Looking.
    call("{who...} downloads {packet} [{count} codes from {from}]", download),
    call("{who...} downloads {packet} as {format} [{count} codes from {from}]", download_as),
    call("{who...} downloads {packet} sealed for the own key", download_sealed),
    call("{who...} downloads block {n} of {packet} again", download_block),
    call("{who...} prints {count} labels|label of {packet} from {from} on {layout}", print_labels),
    call("{who...} has labels of {packet} named {name} prepared as {format} [on {layout}]", prepare_labels),
    call("{who...} takes the file of {document}", take_file),
    call("{who...} searches codes [of {gtin}] [ordered as {packet}] [in status {status}] [of batch {batch}]", search_codes),
    call("{who...} looks at code {code...}", see_code),
    call("{who...} looks into {code...}", see_package),
    call("{who...} looks at order {packet}", see_order),
    call("{who...} looks at document {document}", see_document),
    call("{who...} looks at product {gtin}", see_product),
    call("{who...} looks at the profile", see_profile),
    call("{who...} checks {code...}", check_code),

    // Who one is.
    call("{who...} asks for a challenge", ask_challenge),
    call("{who...} answers the challenge", answer_challenge),
    call("{who...} signs out", sign_out),
    call("{who...} looks at the open sessions", look_at_sessions),
    call("{who...} ends all other sessions", end_other_sessions),
    call("{who...} makes key {program} for {scopes...} [lasting {days} days|day] [used from {range}]", make_key),
    call("{who...} rotates key {program} into {successor} [lasting {days} days|day] [keeping it {overlap} days|day]", rotate_key),
    call("{who...} revokes key {program}", revoke_key),
    call("{who...} looks at the keys", look_at_keys),

    // How one begins to take part.
    call("{who...} asks to take part from {email} [phone {phone}] [in {language}] [accepting {consent}]", ask_to_take_part),
    call("{who...} looks at the application", see_application),
    call("{who...} approves the application of {applicant...}", approve_application),
    call("{who...} rejects the application of {applicant...} because {reason}", reject_application),
    call("{who...} takes back the application of {applicant...}", withdraw_application),
    call("{who...} follows the link of the letter", follow_link),
    call("{who...} follows the link {token}", follow_other_link),

    // Contracts. What a contract is for: a product group, or a kind that covers all (connection, registrar).
    call("{who...} looks at the contracts", look_at_contracts),
    call("{who...} looks at what is open", look_at_access),
    call("{who...} reads the contract for {what}", read_contract),
    call("{who...} signs the contract for {what} [agreeing to {consent}]", sign_contract),
    call("{who...} reads and signs all contracts", sign_all_contracts),
    call("{who...} gives back the contract of {company...} for {what} because {reason}", give_back_contract),
    call("{who...} ends the contract of {company...} for {what} because {reason}", end_contract),
    call("{who...} looks at the {language} text of the contract for {what}", look_at_text),
    call("{who...} decides that {group} is {mode} from {from...} [at {price}]", decide_group),
    call("{who...} looks at the terms of {group}", look_at_group),
    call("{who...} asks for a prior contract for {group} from {email}", ask_prior_contract),

    // What the state's books say, and what the system makes of it.
    call("the register names {head...} as head of {company...}", name_head),
    call("the register says {company...} is {status}", set_status),
    call("the register moves {company...} to {address}", move_company),
    call("the register gives {company...} number {number}", number_company),
    call("the register forgets {company...}", forget_company),
    call("the system looks up {company...} in the register", look_into_register),
    call("{who...} looks at the standing", look_at_standing),
    call("{who...} has the standing checked", recheck_standing),
    call("{who...} restricts {company...} because {reason}", restrict_participant),
    call("{who...} stops {company...} because {reason}", block_participant),
    call("{who...} lifts what stands against {company...}", lift_standing),
    call("{who...} connects channel {channel} of {operator} [as {requisite}]", connect_channel),
    call("{who...} disconnects channel {channel}", disconnect_channel),

    // Emission registrars, and who prints for others.
    call("{who...} calls the newest registrar {name}", name_registrar),
    call("{who...} registers device {serial} of model {model} [as {name}]", register_device),
    call("{who...} asks for {access} access to a registrar [as {name}]", ask_remote_access),
    call("{who...} gives up registrar {registrar}", give_up_registrar),
    call("{who...} confirms registrar {registrar}", confirm_registrar),
    call("{who...} refuses registrar {registrar} because {reason}", refuse_registrar),
    call("{who...} suspends registrar {registrar} [because {reason}]", suspend_registrar),
    call("{who...} resumes registrar {registrar}", resume_registrar),
    call("{who...} looks at the registrars", look_at_registrars),
    call("{who...} looks at registrar {registrar}", look_at_registrar),
    call("{who...} looks at the registrars that wait", look_at_registrar_queue),
    call("{who...} looks at the printing [for production {production}]", look_at_printing),
    call("{who...} looks at the signed tails [of {packet}]", look_at_tail_batches),
    call("{who...} lists provider {provider...} as {role} for {groups...} in {place}", list_provider),
    call("{who...} removes provider {provider...}", remove_provider),
    call("{who...} looks for providers [for {group}] [in {place}]", look_for_providers),

    // Money. Sums are written 1500 or 1500.50.
    call("{who...} tops up {sum}", top_up),
    call("{who...} asks for an invoice over {sum} as {name}", ask_for_invoice),
    call("{who...} asks for an invoice for order {packet} as {name}", ask_for_invoice_of_order),
    call("{who...} cancels invoice {invoice}", cancel_invoice),
    call("{who...} looks at the account", look_at_account),
    call("{who...} looks at the charges", look_at_charges),
    call("{who...} looks at the invoices", look_at_invoices),
    call("{who...} looks at the payments", look_at_payments),
    call("{who...} adds up the books", look_at_books),
    call("{who...} imports the same statement again", import_statement_again),
    call("{who...} imports the statement {payments...}", import_statement),
    call("{who...} says payment {purpose} is of {owner...} [for invoice {invoice}]", propose_payment),
    call("{who...} says payment {purpose} goes back", propose_to_pay_back),
    call("{who...} agrees to payment {purpose}", agree_to_payment),
    call("{who...} disagrees to payment {purpose}", disagree_to_payment),

    // Talking to the operator.
    call("{who...} asks the operator about {topic} saying {text} [in {group}] [about order {packet}] [as {name}]", ask_operator),
    call("{who...} writes {text} in ticket {ticket}", write_in_ticket),
    call("{who...} closes ticket {ticket}", close_ticket),
    call("{who...} looks at ticket {ticket}", look_at_ticket),
    call("{who...} looks at the tickets", look_at_tickets),
    call("{who...} answers {text} in ticket {ticket}", answer_ticket),
    call("{who...} takes ticket {ticket}", take_ticket),
    call("{who...} ends ticket {ticket}", end_ticket),
    call("{who...} looks at the queue of tickets [that are {which}]", look_at_ticket_queue),
    call("{who...} reports {kind} in {shop} [of {code...}] [of goods {gtin}] [saying {text}] [writing from {email}] [as {name}]", report_violation),
    call("{who...} asks what became of report {report}", look_at_report),
    call("{who...} asks what became of report {report} with the word {word}", guess_report),
    call("{who...} looks at the reports about own goods", look_at_own_reports),
    call("{who...} looks at the reports of consumers [that are {state}]", look_at_reports),
    call("{who...} takes report {report}", take_report),
    call("{who...} confirms report {report} saying {answer}", confirm_report),
    call("{who...} dismisses report {report} saying {answer}", dismiss_report),
    call("{who...} comments on {article} under the name {nickname} saying {text} [as {name}]", write_comment),
    call("{who...} reads the comments on {article}", read_comments),
    call("{who...} hides comment {comment} because {reason}", hide_comment),
    call("{who...} shows comment {comment} again", show_comment),

    // The world.
    call("{who...} gets product {gtin} of group {group}", get_product),
    call("{n} days|day pass|passes", days_pass),
    call("{n} hours|hour pass|passes", hours_pass),
    call("{n} minutes|minute pass|passes", minutes_pass),
    call("the server restarts", restart),
    call("the system looks for codes that ran out", restart),

    // Bad input. In bytes, <M3> stands for a code, <S> for the number of a document.
    call("{who...} sends raw {body>}", send_raw),
    call("{who...} sends half of {body>}", send_half),
    call("{who...} sends {n} brackets in brackets", send_deep),
    call("{who...} sends {n} megabytes", send_large),
  };
  return kGrammar;
}
// clang-format on

}  // namespace tamga::scenario
