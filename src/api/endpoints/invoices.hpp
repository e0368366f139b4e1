// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/wire.hpp"
#include "billing/invoices.hpp"

template <>
inline constexpr auto tamga::shape::names<tamga::billing::InvoiceState> = tamga::shape::enumeration(
    "InvoiceState", "Where an invoice stands",
    tamga::shape::value(tamga::billing::InvoiceState::Issued, "issued", "Nothing came for it yet"),
    tamga::shape::value(tamga::billing::InvoiceState::PartlyPaid, "partly_paid", "Some of it came"),
    tamga::shape::value(tamga::billing::InvoiceState::Paid, "paid", "All of it came"),
    tamga::shape::value(tamga::billing::InvoiceState::Overdue, "overdue", "Its last day is over"),
    tamga::shape::value(tamga::billing::InvoiceState::Cancelled, "cancelled", "Not to be paid"));

namespace tamga::api {

struct InvoiceView {
  std::string invoice;
  std::string number;
  std::int64_t amount;
  std::int64_t paid;
  billing::InvoiceState state;
  std::optional<DocumentNumber> order;
  UnixMs issued_at;
  Date due_on = Date::from_days(0);
  static InvoiceView of(billing::Invoice const& invoice, Call const& call);
  static constexpr auto shape() {
    return shape::object("Invoice", "What is to be paid, by bank transfer that names its number",
                         shape::field("invoice", &InvoiceView::invoice, "By which it is found"),
                         shape::field("number", &InvoiceView::number, "To be written into the payment"),
                         shape::field("amount", &InvoiceView::amount, "Minor units, VAT included"),
                         shape::field("paid", &InvoiceView::paid, "Of it came"),
                         shape::field("state", &InvoiceView::state, "Where it stands"),
                         shape::field("order", &InvoiceView::order, "The order it is for"),
                         shape::field("issued_at", &InvoiceView::issued_at, "When it was made"),
                         shape::field("due_on", &InvoiceView::due_on, "Last day to pay"));
  }
};

struct ListInvoices {
  static constexpr EndpointSpec kSpec{.name = "list_invoices",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/invoices",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::Finance,
                                      .summary = "Own invoices, newest first",
                                      .tag = "money"};
  struct Input {
    std::optional<std::int64_t> before;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object("ListInvoicesInput", "",
                           shape::field("before", &Input::before, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<InvoiceView> invoices;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object("Invoices", "A page of invoices",
                           shape::field("invoices", &Output::invoices, "Newest first"),
                           shape::field("next", &Output::next, "For `before`; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Asks for an invoice: over a sum, or over what an order that waits still lacks.
struct IssueInvoice {
  static constexpr EndpointSpec kSpec{
      .name = "issue_invoice",
      .method = http::Method::Post,
      .path = "/api/v1/invoices",
      .access = Access::Participant,
      .scope = Scope::Orders,
      .right = Right::Finance,
      .summary = "Makes an invoice over a sum, or over what a waiting order lacks",
      .tag = "money",
      .idempotency_key = true,
      .success = 201,
      .action = "invoice.issue"};
  using Input = NoInput;
  struct Body {
    std::optional<std::int64_t> amount;
    std::optional<DocumentNumber> order;
    static constexpr auto shape() {
      return shape::object("IssueInvoice", "Either a sum or an order",
                           shape::field("amount", &Body::amount, "Minor units, VAT included",
                                        shape::range(1, billing::kMostInvoice)),
                           shape::field("order", &Body::order, "An own order that waits for payment"));
    }
  };
  using Output = InvoiceView;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

struct GetInvoicePdf {
  static constexpr EndpointSpec kSpec{.name = "get_invoice_pdf",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/invoices/{invoice}/pdf",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::Finance,
                                      .summary = "An own invoice as PDF, in the reader's language",
                                      .tag = "money",
                                      .produces = "application/pdf"};
  struct Input {
    std::int64_t invoice;
    static constexpr auto shape() {
      return shape::object("GetInvoicePdfInput", "", shape::field("invoice", &Input::invoice, "Which"));
    }
  };
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

struct CancelInvoice {
  static constexpr EndpointSpec kSpec{.name = "cancel_invoice",
                                      .method = http::Method::Delete,
                                      .path = "/api/v1/invoices/{invoice}",
                                      .access = Access::Participant,
                                      .scope = Scope::Orders,
                                      .right = Right::Finance,
                                      .summary = "Cancels an own invoice for which nothing came",
                                      .tag = "money",
                                      .idempotency_key = true,
                                      .action = "invoice.cancel"};
  using Input = GetInvoicePdf::Input;
  using Body = NoBody;
  using Output = InvoiceView;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListInvoices>;
extern template struct RowOf<IssueInvoice>;
extern template struct RowOf<GetInvoicePdf>;
extern template struct RowOf<CancelInvoice>;

}  // namespace tamga::api
