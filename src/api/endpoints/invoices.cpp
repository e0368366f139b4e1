// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/invoices.hpp"

#include "api/errors.hpp"
#include "api/once.hpp"
#include "billing/books.hpp"
#include "billing/errors.hpp"
#include "billing/invoice_pdf.hpp"
#include "billing/terms.hpp"
#include "documents/errors.hpp"
#include "emission/order.hpp"
#include "registry/profile.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

using billing::Invoice;
using billing::InvoiceNo;

Result<Invoice> own(Call const& call, sql::Connection& connection, std::int64_t number) {
  TAMGA_ASSIGN(invoice, billing::find_invoice(connection, InvoiceNo(number)));
  if (!invoice || invoice->participant != call.caller().number()) return fail(billing::kInvoiceUnknown);
  return *std::move(invoice);
}

Result<Invoice> read(Call const& call, std::string const& object) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  return own(call, *reader, std::stoll(object));
}

/// What an order that waits lacks beyond the funds.
Result<std::int64_t> lacking(Call const& call, sql::Connection& connection, ledger::DocumentNo number) {
  auto const refused = [&](ErrorKind const& kind) {
    return fail(Error(kind).at("/order").with("order", std::to_string(number.value())));
  };
  TAMGA_ASSIGN(order, emission::find_order(connection, number));
  if (!order || order->participant != call.caller().number()) return refused(documents::kOrderNotThere);
  TAMGA_ASSIGN(balances, billing::balances_of(connection, order->participant));
  if (order->status != emission::OrderStatus::AwaitingPayment || order->needs <= balances.funds)
    return refused(documents::kOrderNotWaiting);
  return order->needs - balances.funds;
}

}  // namespace

InvoiceView InvoiceView::of(Invoice const& invoice, Call const& call) {
  return {.invoice = std::to_string(invoice.no.value()),
          .number = invoice.number,
          .amount = invoice.amount,
          .paid = invoice.paid,
          .state = invoice.state(call.today()),
          .order = invoice.order == ledger::DocumentNo() ? std::nullopt
                                                         : std::optional(DocumentNumber{invoice.order}),
          .issued_at = invoice.issued_at,
          .due_on = invoice.due_on};
}

Result<ListInvoices::Output> ListInvoices::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, billing::invoices_of(*reader, call.caller().number(),
                                           InvoiceNo(input.before.value_or(0)), input.limit));
  Output out;
  for (Invoice const& one : found) out.invoices.push_back(InvoiceView::of(one, call));
  if (static_cast<int>(found.size()) == input.limit) out.next = found.back().no.value();
  return out;
}

Result<IssueInvoice::Output> IssueInvoice::handle(Input const&, Body const& body, Call& call) {
  if (body.amount.has_value() == body.order.has_value())
    return fail(
        Error(billing::kInvoiceAmount).at("/amount").with("limit", std::to_string(billing::kMostInvoice)));
  auto const done = once(call, {.action = kSpec.action}, [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    billing::InvoiceOrder order{.participant = call.caller().number(),
                                .amount = body.amount.value_or(0),
                                .at = turn.now(),
                                .today = call.today()};
    if (body.order) {
      TAMGA_ASSIGN(amount, lacking(call, turn.connection(), body.order->number));
      order.amount = amount;
      order.order = body.order->number;
    }
    TAMGA_ASSIGN(invoice, billing::issue_invoice(turn.connection(), *call.services().billing,
                                                 turn.desk().books().numbers, order));
    return std::to_string(invoice.no.value());
  });
  if (!done) return fail(done.error());
  TAMGA_ASSIGN(invoice, read(call, done->object));
  return InvoiceView::of(invoice, call);
}

Result<GetInvoicePdf::Output> GetInvoicePdf::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(invoice, read(call, std::to_string(input.invoice)));
  registry::Participant const& participant = call.caller().participant;
  billing::Payer payer{participant.name, participant.tax_id, {}};
  {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_ASSIGN(stored, registry::find_profile(*reader, participant.number));
    if (stored) {
      payer.address = stored->profile.address;
      payer.kpp = stored->profile.kpp.value_or("");
    }
  }
  auto const& rules = call.services().country.rules();
  std::int32_t const* vat = rules.vat.in_force(call.services().country.day_of(invoice.issued_at));
  TAMGA_ASSIGN(bytes, billing::draw_invoice(invoice, *call.services().billing, payer,
                                            {rules.currency.value(), vat ? *vat : 0}, call.language()));
  call.header("Content-Disposition", "attachment; filename=\"" + invoice.number + ".pdf\"");
  return Reply{http::Response::of(200, kSpec.produces, std::move(bytes))};
}

Result<CancelInvoice::Output> CancelInvoice::handle(Input const& input, Call& call) {
  auto const done = once(call, {.action = kSpec.action, .object = std::to_string(input.invoice)},
                         [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                           TAMGA_TRY(billing::cancel_invoice(turn.connection(), call.caller().number(),
                                                             InvoiceNo(input.invoice), turn.now()));
                           return std::to_string(input.invoice);
                         });
  if (!done) return fail(done.error());
  TAMGA_ASSIGN(invoice, read(call, done->object));
  return InvoiceView::of(invoice, call);
}

template struct RowOf<ListInvoices>;
template struct RowOf<IssueInvoice>;
template struct RowOf<GetInvoicePdf>;
template struct RowOf<CancelInvoice>;

}  // namespace tamga::api
