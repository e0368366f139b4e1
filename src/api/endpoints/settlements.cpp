// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/settlements.hpp"

#include <fmt/format.h>

#include "api/once.hpp"
#include "billing/audit.hpp"
#include "billing/errors.hpp"
#include "billing/payment_rows.hpp"
#include "billing/terms.hpp"
#include "crypto/base64.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"
#include "sql/transaction.hpp"

namespace tamga::api {
namespace {

using billing::Payment;
using billing::PaymentNo;

Result<PaymentView> view_of(Call const& call, std::string const& object) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(payment, billing::find_payment(*reader, PaymentNo(std::stoll(object))));
  if (!payment) return fail(billing::kPaymentUnknown);
  return PaymentView::of(*payment, call);
}

/// What is signed is about the payment of the path.
Result<void> same_payment(std::int64_t in_path, std::string const& in_body) {
  if (std::to_string(in_path) != in_body) return fail(Error(billing::kPaymentUnknown).at("/payment"));
  return {};
}

Result<std::optional<ledger::ParticipantNo>> number_of(Call const& call, std::string_view tax_id) {
  if (tax_id.empty()) return std::nullopt;
  TAMGA_ASSIGN(found, call.services().participants.find_by_tax_id(tax_id));
  return found ? std::optional(found->number) : std::nullopt;
}

}  // namespace

Result<PaymentView> PaymentView::of(Payment const& payment, Call const& call) {
  PaymentView view{.payment = std::to_string(payment.no.value()),
                   .paid_on = payment.line.paid_on,
                   .amount = payment.line.amount,
                   .number = payment.line.number,
                   .payer_tax_id = payment.line.payer_tax_id,
                   .payer_name = payment.line.payer_name,
                   .payer_account = payment.line.payer_account,
                   .purpose = payment.line.purpose,
                   .state = payment.state,
                   .participant = {},
                   .participant_name = {},
                   .known_payer = {},
                   .proposed_by = payment.proposed_by,
                   .decided_by = payment.decided_by};
  registry::Register const& participants = call.services().participants;
  if (payment.participant != ledger::ParticipantNo()) {
    TAMGA_ASSIGN(whose, participants.find(payment.participant));
    if (whose) {
      view.participant = whose->tax_id;
      view.participant_name = whose->name;
    }
  }
  if (!payment.line.payer_tax_id.empty()) {
    TAMGA_ASSIGN(payer, participants.find_by_tax_id(payment.line.payer_tax_id));
    if (payer) view.known_payer = payer->name;
  }
  return view;
}

Result<ImportStatement::Output> ImportStatement::handle(Input const&, Body const& body,
                                                        Confirmation const& confirmation, Call& call) {
  auto const bytes = crypto::decode_base64(body.content);
  if (!bytes) return fail(Error(bytes.error()).at("/content"));
  auto const done =
      once(call, {.action = kSpec.action, .confirmation = &confirmation},
           [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
             billing::ImportOrder const order{.format = body.format,
                                              .account = call.services().billing->payee.account,
                                              .currency = call.services().country.rules().currency.value(),
                                              .person = confirmation.signer.person,
                                              .at = turn.now(),
                                              .today = call.today()};
             TAMGA_ASSIGN(import, billing::import_statement(
                                      turn.connection(), turn.desk().accounts, turn.desk().books().numbers,
                                      *call.services().billing, *bytes, order,
                                      [&](std::string_view tax_id) { return number_of(call, tax_id); }));
             for (ledger::ParticipantNo const who : import.paid)
               turn.tell({{who, "account.paid", R"({"source":"bank"})"}});
             return std::to_string(import.statement.value());
           });
  if (!done) return fail(done.error());
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(import, billing::find_import(*reader, billing::StatementNo(std::stoll(done->object))));
  if (!import) return fail(billing::kPaymentUnknown);
  return Output{.statement = done->object,
                .payments = import->lines,
                .fresh = import->fresh,
                .matched = import->matched};
}

Result<ListPayments::Output> ListPayments::handle(Input const& input, Call& call) {
  Output out;
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found,
               billing::payments(*reader, input.open, PaymentNo(input.before.value_or(0)), input.limit));
  for (Payment const& one : found) {
    TAMGA_ASSIGN(view, PaymentView::of(one, call));
    out.payments.push_back(std::move(view));
  }
  if (static_cast<int>(found.size()) == input.limit) out.next = found.back().no.value();
  return out;
}

Result<ProposePayment::Output> ProposePayment::handle(Input const& input, Body const& body,
                                                      Confirmation const& confirmation, Call& call) {
  TAMGA_TRY(same_payment(input.payment, body.payment));
  auto const done =
      once(call, {.action = kSpec.action, .object = body.payment, .confirmation = &confirmation},
           [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
             billing::Proposal proposal{.payment = PaymentNo(input.payment),
                                        .participant = {},
                                        .invoice = body.invoice,
                                        .person = confirmation.signer.person};
             if (body.tax_id) {
               TAMGA_ASSIGN(whose, number_of(call, *body.tax_id));
               if (!whose)
                 return fail(Error(billing::kPaymentPayee).at("/tax_id").with("tax_id", *body.tax_id));
               proposal.participant = whose;
             }
             TAMGA_TRY(billing::propose(turn.connection(), proposal));
             return body.payment;
           });
  if (!done) return fail(done.error());
  return view_of(call, done->object);
}

Result<DecidePayment::Output> DecidePayment::handle(Input const& input, Body const& body,
                                                    Confirmation const& confirmation, Call& call) {
  TAMGA_TRY(same_payment(input.payment, body.payment));
  auto const done =
      once(call, {.action = kSpec.action, .object = body.payment, .confirmation = &confirmation},
           [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
             TAMGA_ASSIGN(decided,
                          billing::decide(turn.connection(), turn.desk().accounts, PaymentNo(input.payment),
                                          body.agreed, confirmation.signer.person, turn.now()));
             if (decided.state == billing::PaymentState::Allocated)
               turn.tell({{decided.participant, "account.paid", R"({"source":"bank"})"}});
             return body.payment;
           });
  if (!done) return fail(done.error());
  return view_of(call, done->object);
}

Result<AuditBooks::Output> AuditBooks::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(moment, sql::Transaction::begin(*reader));
  TAMGA_ASSIGN(report, billing::audit(*reader));
  TAMGA_TRY(moment.commit());
  return Output{.postings = report.postings,
                .debits = report.debits,
                .credits = report.credits,
                .faults = std::move(report.faults)};
}

template struct RowOf<ImportStatement>;
template struct RowOf<ListPayments>;
template struct RowOf<ProposePayment>;
template struct RowOf<DecidePayment>;
template struct RowOf<AuditBooks>;

}  // namespace tamga::api
