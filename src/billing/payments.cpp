// SPDX-License-Identifier: Apache-2.0
#include "billing/payments.hpp"

#include <map>
#include <set>

#include "billing/errors.hpp"
#include "billing/payment_rows.hpp"
#include "sql/statement.hpp"

namespace tamga::billing {
namespace {

constexpr sql::Statement kStatementByDigest{
    "billing.statement.by_digest",
    "SELECT statement, lines, fresh, matched FROM bank_statement WHERE digest = $1"};
constexpr sql::Statement kStatementByNo{
    "billing.statement.by_no",
    "SELECT statement, lines, fresh, matched FROM bank_statement WHERE statement = $1"};
constexpr sql::Statement kInsertStatement{
    "billing.statement.insert",
    "INSERT INTO bank_statement (statement, digest, format, account, imported_at, person, lines, fresh, "
    "matched) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};

Import read_import(sql::Row const& row) {
  return Import{row.as<StatementNo>(0), row.int64(1), row.int64(2), row.int64(3), true, {}};
}

/// What is done with payments while a statement is taken in: invoices are read once and grow with each.
class Importer {
 public:
  Importer(sql::Connection& connection, AccountDesk& desk, Rules const& rules, ImportOrder const& order,
           PayerOf const& payer_of)
      : connection_(&connection), desk_(&desk), rules_(&rules), order_(&order), payer_of_(&payer_of) {}

  /// Finds whose it is: the invoice that the purpose names, if it is the payer's own.
  Result<void> match(Payment& payment) {
    auto const number = invoice_number_in(payment.line.purpose, rules_->invoice_prefix);
    if (!number) return {};
    TAMGA_ASSIGN(invoice, invoice_of(*number));
    if (!invoice || invoice->cancelled_at) return {};
    TAMGA_ASSIGN(payer, payer_of(payment.line.payer_tax_id));
    if (!payer || *payer != invoice->participant) return {};
    payment.state = PaymentState::Matched;
    payment.participant = *payer;
    payment.invoice = invoice->no;
    return {};
  }

  /// The payment is new: its money comes into the books.
  Result<void> enter(Payment const& payment) {
    bool const matched = payment.state == PaymentState::Matched;
    Posting posting;
    posting.at = order_->at;
    posting.kind = PostingKind::Payment;
    posting.participant = payment.participant;
    posting.debit = AccountKind::Bank;
    posting.credit = matched ? AccountKind::Funds : AccountKind::Unmatched;
    posting.amount = payment.line.amount;
    posting.document = DocumentNo(payment.no.value());
    desk_->post(std::move(posting));
    if (!matched) return {};
    for (auto& [number, invoice] : invoices_) {
      if (!invoice || invoice->no != payment.invoice) continue;
      TAMGA_TRY(note_paid(*connection_, *invoice, payment.line.amount));
      invoice->paid = std::min(invoice->amount, invoice->paid + payment.line.amount);
    }
    return {};
  }

 private:
  Result<std::optional<Invoice>> invoice_of(std::string const& number) {
    if (auto const known = invoices_.find(number); known != invoices_.end()) return known->second;
    TAMGA_ASSIGN(found, find_invoice(*connection_, number));
    invoices_.emplace(number, found);
    return found;
  }
  Result<std::optional<ParticipantNo>> payer_of(std::string const& tax_id) {
    if (auto const known = payers_.find(tax_id); known != payers_.end()) return known->second;
    TAMGA_ASSIGN(found, (*payer_of_)(tax_id));
    payers_.emplace(tax_id, found);
    return found;
  }

  sql::Connection* connection_;
  AccountDesk* desk_;
  Rules const* rules_;
  ImportOrder const* order_;
  PayerOf const* payer_of_;
  std::map<std::string, std::optional<Invoice>> invoices_;
  std::map<std::string, std::optional<ParticipantNo>> payers_;
};

}  // namespace

Result<Import> import_statement(sql::Connection& connection, AccountDesk& desk, NumberSource& numbers,
                                Rules const& rules, std::string_view bytes, ImportOrder const& order,
                                PayerOf const& payer_of) {
  crypto::Sha256 const digest = crypto::sha256(bytes);
  TAMGA_ASSIGN(before, connection.find(kStatementByDigest, read_import, sql::Blob{crypto::view(digest)}));
  if (before) return *std::move(before);
  TAMGA_ASSIGN(statement, read_statement(bytes, {order.format, order.account, order.currency}));
  Import done;
  done.statement = StatementNo(numbers.next());
  done.lines = static_cast<std::int64_t>(statement.incoming.size());
  Importer importer(connection, desk, rules, order, payer_of);
  std::vector<Payment> found;
  for (BankLine& line : statement.incoming) {
    Payment payment;
    payment.no = PaymentNo(numbers.next());
    payment.statement = done.statement;
    payment.line = std::move(line);
    TAMGA_TRY(importer.match(payment));
    found.push_back(std::move(payment));
  }
  TAMGA_ASSIGN(fresh, insert_payments(connection, order.account, found));
  std::set<ParticipantNo> paid;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!fresh[i]) continue;
    TAMGA_TRY(importer.enter(found[i]));
    ++done.fresh;
    if (found[i].state != PaymentState::Matched) continue;
    ++done.matched;
    paid.insert(found[i].participant);
  }
  done.paid.assign(paid.begin(), paid.end());
  TAMGA_TRY(connection.execute(kInsertStatement, done.statement, sql::Blob{crypto::view(digest)},
                               kStatementFormatNames[static_cast<std::size_t>(order.format)],
                               std::string_view(order.account), order.at, std::string_view(order.person),
                               done.lines, done.fresh, done.matched));
  return done;
}

Result<std::optional<Import>> find_import(sql::Connection& connection, StatementNo statement) {
  return connection.find(kStatementByNo, read_import, statement);
}

Result<Payment> propose(sql::Connection& connection, Proposal const& proposal) {
  TAMGA_ASSIGN(payment, find_payment(connection, proposal.payment));
  if (!payment) return fail(kPaymentUnknown);
  if (payment->state > PaymentState::Proposed) return fail(kPaymentSettled);
  payment->participant = proposal.participant.value_or(ParticipantNo());
  payment->invoice = InvoiceNo();
  if (proposal.invoice) {
    TAMGA_ASSIGN(invoice, find_invoice(connection, *proposal.invoice));
    if (!invoice) return fail(Error(kInvoiceUnknown).at("/invoice"));
    if (invoice->participant != payment->participant)
      return fail(Error(kPaymentInvoiceOfAnother).at("/invoice").with("number", invoice->number));
    payment->invoice = invoice->no;
  }
  payment->state = PaymentState::Proposed;
  payment->proposed_by = proposal.person;
  TAMGA_TRY(write_decision(connection, *payment));
  return *std::move(payment);
}

Result<Payment> decide(sql::Connection& connection, AccountDesk& desk, PaymentNo no, bool agreed,
                       std::string const& person, UnixMs at) {
  TAMGA_ASSIGN(payment, find_payment(connection, no));
  if (!payment) return fail(kPaymentUnknown);
  if (payment->state != PaymentState::Proposed) return fail(kPaymentNotProposed);
  if (payment->proposed_by == person) return fail(kPaymentSamePerson);
  if (!agreed) {
    payment->state = PaymentState::Unmatched;
    payment->participant = ParticipantNo();
    payment->invoice = InvoiceNo();
    payment->proposed_by.clear();
    TAMGA_TRY(write_decision(connection, *payment));
    return *std::move(payment);
  }
  bool const back = payment->participant == ParticipantNo();
  payment->state = back ? PaymentState::PaidBack : PaymentState::Allocated;
  payment->decided_by = person;
  TAMGA_TRY(write_decision(connection, *payment));
  Posting posting;
  posting.at = at;
  posting.kind = back ? PostingKind::PayBack : PostingKind::Allocation;
  posting.participant = payment->participant;
  posting.debit = AccountKind::Unmatched;
  posting.credit = back ? AccountKind::Bank : AccountKind::Funds;
  posting.amount = payment->line.amount;
  posting.document = DocumentNo(payment->no.value());
  desk.post(std::move(posting));
  if (payment->invoice != InvoiceNo()) {
    TAMGA_ASSIGN(invoice, find_invoice(connection, payment->invoice));
    if (invoice) TAMGA_TRY(note_paid(connection, *invoice, payment->line.amount));
  }
  return *std::move(payment);
}

}  // namespace tamga::billing
