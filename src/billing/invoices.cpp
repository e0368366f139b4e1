// SPDX-License-Identifier: Apache-2.0
#include "billing/invoices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "billing/errors.hpp"
#include "gs1/check_digit.hpp"
#include "sql/statement.hpp"

namespace tamga::billing {
namespace {

#define TAMGA_INVOICE_COLUMNS \
  "invoice, number, participant, amount, order_no, issued_at, due_on, paid, cancelled_at, debt_month"
constexpr sql::Statement kNextSerial{
    "billing.invoice.serial",
    "INSERT INTO invoice_serial (year, last) VALUES ($1, 1) "
    "ON CONFLICT (year) DO UPDATE SET last = invoice_serial.last + 1 RETURNING last"};
constexpr sql::Statement kInsert{
    "billing.invoice.insert",
    "INSERT INTO invoice (invoice, number, participant, amount, order_no, issued_at, due_on, paid, version, "
    "debt_month) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 1, $8)"};
constexpr sql::Statement kDebtors{
    "billing.invoice.debtors",
    "SELECT owner FROM account WHERE kind = 3 AND debits > credits AND NOT EXISTS (SELECT 1 FROM invoice "
    "WHERE participant = owner AND debt_month = $1) ORDER BY owner LIMIT $2"};
constexpr sql::Statement kInvoicedDebt{
    "billing.invoice.debt",
    "SELECT amount - paid FROM invoice WHERE participant = $1 AND debt_month <> '' AND cancelled_at IS NULL "
    "AND paid < amount"};
static_assert(static_cast<int>(AccountKind::Owed) == 3);
constexpr sql::Statement kCancel{"billing.invoice.cancel",
                                 "UPDATE invoice SET cancelled_at = $2, version = version + 1 "
                                 "WHERE invoice = $1 AND paid = 0 AND cancelled_at IS NULL"};
constexpr sql::Statement kPaid{"billing.invoice.paid",
                               "UPDATE invoice SET paid = $2, version = version + 1 "
                               "WHERE invoice = $1 AND paid = $3"};
constexpr sql::Statement kByNo{"billing.invoice.by_no",
                               "SELECT " TAMGA_INVOICE_COLUMNS " FROM invoice WHERE invoice = $1"};
constexpr sql::Statement kByNumber{"billing.invoice.by_number",
                                   "SELECT " TAMGA_INVOICE_COLUMNS " FROM invoice WHERE number = $1"};
constexpr sql::Statement kOf{"billing.invoice.of", "SELECT " TAMGA_INVOICE_COLUMNS
                                                   " FROM invoice WHERE participant = $1 AND invoice < $2 "
                                                   "ORDER BY invoice DESC LIMIT $3"};
#undef TAMGA_INVOICE_COLUMNS

constexpr int kSerialDigits = 6;

Invoice read(sql::Row const& row) {
  return {row.as<InvoiceNo>(0),
          std::string(row.text(1)),
          row.as<ParticipantNo>(2),
          row.int64(3),
          row.as<DocumentNo>(4),
          row.as<UnixMs>(5),
          Date::from_days(static_cast<std::int32_t>(row.int64(6))),
          row.int64(7),
          row.is_null(8) ? std::nullopt : std::optional(row.as<UnixMs>(8)),
          std::string(row.text(9))};
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string written(std::string_view prefix, std::string_view digits) {
  return fmt::format("{}-{}-{}", prefix, digits.substr(0, digits.size() - 1), digits.back());
}

}  // namespace

std::string invoice_number(std::string_view prefix, int year, std::int64_t serial) {
  std::string digits = fmt::format("{:02}{:0{}}", year % 100, serial, kSerialDigits);
  digits += static_cast<char>('0' + gs1::mod10_check_digit(std::string_view(digits)));
  return written(prefix, digits);
}

std::optional<std::string> invoice_number_in(std::string_view purpose, std::string_view prefix) {
  // Whatever a clerk puts between letters and digits means nothing.
  std::string plain;
  for (char const c : purpose)
    if (is_digit(c) || (upper(c) >= 'A' && upper(c) <= 'Z'))
      plain += upper(c);
    else if (c != ' ' && c != '-' && c != '/' && c != '.')
      plain += '|';
  for (auto at = plain.find(prefix); at != std::string::npos; at = plain.find(prefix, at + 1)) {
    std::string digits;
    for (auto i = at + prefix.size(); i < plain.size() && is_digit(plain[i]); ++i) digits += plain[i];
    constexpr std::size_t kLeast = 2 + kSerialDigits + 1;
    if (digits.size() < kLeast) continue;
    // A date may follow without a sign between: the shortest number whose check digit is right.
    for (std::size_t length = kLeast; length <= std::min<std::size_t>(digits.size(), kLeast + 3); ++length) {
      std::string_view const candidate = std::string_view(digits).substr(0, length);
      if (length > kLeast && candidate[2] == '0') break;
      if (static_cast<unsigned>(candidate.back() - '0') ==
          gs1::mod10_check_digit(candidate.substr(0, length - 1)))
        return written(prefix, candidate);
    }
  }
  return std::nullopt;
}

InvoiceState Invoice::state(Date today) const {
  if (cancelled_at) return InvoiceState::Cancelled;
  if (unpaid() <= 0) return InvoiceState::Paid;
  if (due_on < today) return InvoiceState::Overdue;
  return paid > 0 ? InvoiceState::PartlyPaid : InvoiceState::Issued;
}

Result<Invoice> issue_invoice(sql::Connection& connection, Rules const& rules, NumberSource& numbers,
                              InvoiceOrder const& order) {
  if (order.amount <= 0 || order.amount > kMostInvoice)
    return fail(Error(kInvoiceAmount).at("/amount").with("limit", std::to_string(kMostInvoice)));
  int const year = std::stoi(order.today.text().substr(0, 4));
  TAMGA_ASSIGN(serial, connection.find(
                           kNextSerial, [](sql::Row const& row) { return row.int64(0); }, year));
  Invoice invoice;
  invoice.no = InvoiceNo(numbers.next());
  invoice.number = invoice_number(rules.invoice_prefix, year, *serial);
  invoice.participant = order.participant;
  invoice.amount = order.amount;
  invoice.order = order.order;
  invoice.issued_at = order.at;
  invoice.debt_month = order.debt_month;
  invoice.due_on = Date::from_days(order.today.days() +
                                   static_cast<std::int32_t>(rules.terms_on(order.today).invoice_days));
  TAMGA_TRY(connection.execute(kInsert, invoice.no, std::string_view(invoice.number), invoice.participant,
                               invoice.amount, invoice.order, invoice.issued_at, invoice.due_on.days(),
                               std::string_view(invoice.debt_month)));
  return invoice;
}

Result<Invoice> cancel_invoice(sql::Connection& connection, ParticipantNo participant, InvoiceNo no,
                               UnixMs at) {
  TAMGA_ASSIGN(found, find_invoice(connection, no));
  if (!found || found->participant != participant) return fail(kInvoiceUnknown);
  if (found->cancelled_at) return fail(Error(kInvoiceCancelled).with("number", found->number));
  if (found->paid > 0) return fail(Error(kInvoicePaid).with("number", found->number));
  TAMGA_ASSIGN(changed, connection.execute(kCancel, no, at));
  if (changed == 0) return fail(kInvoiceChanged);
  found->cancelled_at = at;
  return *std::move(found);
}

Result<void> note_paid(sql::Connection& connection, Invoice const& invoice, std::int64_t amount) {
  std::int64_t const paid = std::min(invoice.amount, invoice.paid + amount);
  TAMGA_ASSIGN(changed, connection.execute(kPaid, invoice.no, paid, invoice.paid));
  if (changed == 0) return fail(kInvoiceChanged);
  return {};
}

Result<std::optional<Invoice>> find_invoice(sql::Connection& connection, InvoiceNo no) {
  return connection.find(kByNo, read, no);
}

Result<std::optional<Invoice>> find_invoice(sql::Connection& connection, std::string_view number) {
  return connection.find(kByNumber, read, number);
}

Result<std::vector<ParticipantNo>> debtors_without_invoice(sql::Connection& connection,
                                                           std::string_view month, int limit) {
  std::vector<ParticipantNo> out;
  TAMGA_ASSIGN(rows, connection.query(kDebtors, month, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(row.as<ParticipantNo>(0)); }));
  return out;
}

Result<std::int64_t> invoiced_debt(sql::Connection& connection, ParticipantNo participant) {
  std::int64_t sum = 0;
  TAMGA_ASSIGN(rows, connection.query(kInvoicedDebt, participant));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { sum += row.int64(0); }));
  return sum;
}

Result<std::vector<Invoice>> invoices_of(sql::Connection& connection, ParticipantNo participant,
                                         InvoiceNo before, int limit) {
  std::vector<Invoice> out;
  std::int64_t const below =
      before == InvoiceNo() ? std::numeric_limits<std::int64_t>::max() : before.value();
  TAMGA_ASSIGN(rows, connection.query(kOf, participant, below, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(read(row)); }));
  return out;
}

}  // namespace tamga::billing
