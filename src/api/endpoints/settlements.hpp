// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/wire.hpp"
#include "billing/payments.hpp"

namespace tamga::api {

/// What is signed, in each of these bodies.
enum class ImportStatementWord : std::uint8_t { Import };
enum class ProposePaymentWord : std::uint8_t { Propose };
enum class DecidePaymentWord : std::uint8_t { Decide };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::ImportStatementWord> =
    tamga::shape::enumeration("ImportStatementWord", "What is signed",
                              tamga::shape::value(tamga::api::ImportStatementWord::Import, "import_statement",
                                                  "A statement is taken in"));
template <>
inline constexpr auto tamga::shape::names<tamga::api::ProposePaymentWord> = tamga::shape::enumeration(
    "ProposePaymentWord", "What is signed",
    tamga::shape::value(tamga::api::ProposePaymentWord::Propose, "propose_payment", "Whose a payment is"));
template <>
inline constexpr auto tamga::shape::names<tamga::api::DecidePaymentWord> = tamga::shape::enumeration(
    "DecidePaymentWord", "What is signed",
    tamga::shape::value(tamga::api::DecidePaymentWord::Decide, "decide_payment", "Agreed or not"));
template <>
inline constexpr auto tamga::shape::names<tamga::billing::StatementFormat> = tamga::shape::enumeration(
    "StatementFormat", "How the bank writes statements",
    tamga::shape::value(tamga::billing::StatementFormat::ClientBank, "client_bank",
                        "1CClientBankExchange, Windows-1251 or UTF-8"),
    tamga::shape::value(tamga::billing::StatementFormat::Csv, "csv", "A table with named columns"),
    tamga::shape::value(tamga::billing::StatementFormat::Camt053, "camt053", "ISO 20022, camt.053"));
template <>
inline constexpr auto tamga::shape::names<tamga::billing::PaymentState> = tamga::shape::enumeration(
    "PaymentState", "Where a payment stands",
    tamga::shape::value(tamga::billing::PaymentState::Unmatched, "unmatched", "Nobody knows whose it is"),
    tamga::shape::value(tamga::billing::PaymentState::Proposed, "proposed", "One person said whose"),
    tamga::shape::value(tamga::billing::PaymentState::Matched, "matched", "Found by invoice and tax number"),
    tamga::shape::value(tamga::billing::PaymentState::Allocated, "allocated", "Decided by two persons"),
    tamga::shape::value(tamga::billing::PaymentState::PaidBack, "paid_back", "Went back to the payer"));

namespace tamga::api {

/// Takes in a statement of the bank. The same payment counts once, in whatever statements it stands.
struct ImportStatement {
  static constexpr EndpointSpec kSpec{.name = "import_statement",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/statements",
                                      .access = Access::Operator,
                                      .right = Right::Settlements,
                                      .summary = "Takes in a bank statement",
                                      .tag = "operator",
                                      .step_up = true,
                                      .success = 201,
                                      .max_body_bytes = std::size_t{44} << 20,
                                      .action = "statement.import"};
  using Input = NoInput;
  struct Body {
    ImportStatementWord kind;
    billing::StatementFormat format;
    std::string content;
    static constexpr auto shape() {
      return shape::object(
          "ImportStatement", "A statement; its bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("format", &Body::format, "How it is written"),
          shape::field("content", &Body::content, "The file in base64", shape::size(1, 44'739'244)));
    }
  };
  struct Output {
    std::string statement;
    std::int64_t payments;
    std::int64_t fresh;
    std::int64_t matched;
    static constexpr auto shape() {
      return shape::object("StatementImport", "What the import did",
                           shape::field("statement", &Output::statement, "Its number"),
                           shape::field("payments", &Output::payments, "Payments in the statement"),
                           shape::field("fresh", &Output::fresh, "Of them not seen before"),
                           shape::field("matched", &Output::matched, "Of those found whose they are"));
    }
  };
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

struct PaymentView {
  std::string payment;
  Date paid_on = Date::from_days(0);
  std::int64_t amount;
  std::string number;
  std::string payer_tax_id;
  std::string payer_name;
  std::string payer_account;
  std::string purpose;
  billing::PaymentState state;
  std::optional<std::string> participant;
  std::optional<std::string> participant_name;
  std::optional<std::string> known_payer;
  std::string proposed_by;
  std::string decided_by;
  static Result<PaymentView> of(billing::Payment const& payment, Call const& call);
  static constexpr auto shape() {
    return shape::object(
        "Payment", "Money that came to the operator's bank account",
        shape::field("payment", &PaymentView::payment, "Its number"),
        shape::field("paid_on", &PaymentView::paid_on, "When the bank booked it"),
        shape::field("amount", &PaymentView::amount, "Minor units"),
        shape::field("number", &PaymentView::number, "Of the payer's order"),
        shape::field("payer_tax_id", &PaymentView::payer_tax_id, "As the bank says"),
        shape::field("payer_name", &PaymentView::payer_name, "As the bank says"),
        shape::field("payer_account", &PaymentView::payer_account, "As the bank says"),
        shape::field("purpose", &PaymentView::purpose, "What the payer wrote"),
        shape::field("state", &PaymentView::state, "Where it stands"),
        shape::field("participant", &PaymentView::participant, "Tax number of whose it is, or is said to be"),
        shape::field("participant_name", &PaymentView::participant_name, "His name"),
        shape::field("known_payer", &PaymentView::known_payer,
                     "Name of the participant who has the payer's tax number; to decide by"),
        shape::field("proposed_by", &PaymentView::proposed_by, "Who said whose it is"),
        shape::field("decided_by", &PaymentView::decided_by, "Who agreed"));
  }
};

struct ListPayments {
  static constexpr EndpointSpec kSpec{.name = "list_payments",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/payments",
                                      .access = Access::Operator,
                                      .right = Right::Settlements,
                                      .summary = "Payments that wait for a decision, or all; newest first",
                                      .tag = "operator"};
  struct Input {
    bool open = true;
    std::optional<std::int64_t> before;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object(
          "ListPaymentsInput", "",
          shape::field("open", &Input::open, "Only those that wait", shape::by_default(true)),
          shape::field("before", &Input::before, "`next` of the page before"),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                       shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<PaymentView> payments;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object("Payments", "A page of payments",
                           shape::field("payments", &Output::payments, "Newest first"),
                           shape::field("next", &Output::next, "For `before`; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// One person of the operator says whose a payment is.
struct ProposePayment {
  static constexpr EndpointSpec kSpec{.name = "propose_payment",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/payments/{payment}/proposal",
                                      .access = Access::Operator,
                                      .right = Right::Settlements,
                                      .summary = "Says whose an unmatched payment is, or that it goes back",
                                      .tag = "operator",
                                      .step_up = true,
                                      .action = "payment.propose"};
  struct Input {
    std::int64_t payment;
    static constexpr auto shape() {
      return shape::object("ProposePaymentInput", "", shape::field("payment", &Input::payment, "Which"));
    }
  };
  struct Body {
    ProposePaymentWord kind;
    std::string payment;
    std::optional<std::string> tax_id;
    std::optional<std::string> invoice;
    static constexpr auto shape() {
      return shape::object(
          "ProposePayment", "Whose a payment is; its bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("payment", &Body::payment, "The same as in the path", shape::size(1, 20)),
          shape::field("tax_id", &Body::tax_id, "Of the participant; absent: it goes back to the payer",
                       shape::size(1, 20)),
          shape::field("invoice", &Body::invoice, "Number of an invoice of his", shape::size(1, 40)));
    }
  };
  using Output = PaymentView;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

/// Another person agrees, or not.
struct DecidePayment {
  static constexpr EndpointSpec kSpec{.name = "decide_payment",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/payments/{payment}/decision",
                                      .access = Access::Operator,
                                      .right = Right::Settlements,
                                      .summary = "Agrees to what a colleague proposed for a payment, or not",
                                      .tag = "operator",
                                      .step_up = true,
                                      .action = "payment.decide"};
  using Input = ProposePayment::Input;
  struct Body {
    DecidePaymentWord kind;
    std::string payment;
    bool agreed = false;
    static constexpr auto shape() {
      return shape::object(
          "DecidePayment", "Agreed or not; its bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("payment", &Body::payment, "The same as in the path", shape::size(1, 20)),
          shape::field("agreed", &Body::agreed, "Whether"));
    }
  };
  using Output = PaymentView;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

/// The books added up anew.
struct AuditBooks {
  static constexpr EndpointSpec kSpec{.name = "audit_books",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/books",
                                      .access = Access::Operator,
                                      .right = Right::Settlements,
                                      .summary = "Adds up the books: debits, credits, and whether they agree",
                                      .tag = "operator"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::int64_t postings;
    std::int64_t debits;
    std::int64_t credits;
    std::vector<std::string> faults;
    static constexpr auto shape() {
      return shape::object(
          "Books", "What the books say", shape::field("postings", &Output::postings, "How many there are"),
          shape::field("debits", &Output::debits, "Of all accounts, minor units"),
          shape::field("credits", &Output::credits, "Of all accounts, minor units"),
          shape::field("faults", &Output::faults, "Where they do not agree; empty: nowhere"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ImportStatement>;
extern template struct RowOf<ListPayments>;
extern template struct RowOf<ProposePayment>;
extern template struct RowOf<DecidePayment>;
extern template struct RowOf<AuditBooks>;

}  // namespace tamga::api
