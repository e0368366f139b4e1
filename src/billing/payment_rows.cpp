// SPDX-License-Identifier: Apache-2.0
#include "billing/payment_rows.hpp"

#include <deque>
#include <limits>
#include <map>

#include "billing/errors.hpp"
#include "sql/batch.hpp"
#include "sql/statement.hpp"

namespace tamga::billing {
namespace {

#define TAMGA_PAYMENT_COLUMNS                                                                   \
  "payment, statement, paid_on, amount, bank_number, payer_tax_id, payer_name, payer_account, " \
  "purpose, state, participant, invoice, proposed_by, decided_by, version"
constexpr sql::Statement kInsert{
    "billing.payment.insert",
    "INSERT INTO payment (payment, identity, statement, paid_on, amount, bank_number, payer_tax_id, "
    "payer_name, payer_account, purpose, state, participant, invoice, proposed_by, decided_by, version) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '', '', 1) "
    "ON CONFLICT (identity) DO NOTHING"};
constexpr sql::Statement kDecide{
    "billing.payment.decide",
    "UPDATE payment SET state = $2, participant = $3, invoice = $4, proposed_by = $5, decided_by = $6, "
    "version = version + 1 WHERE payment = $1 AND version = $7"};
constexpr sql::Statement kFind{"billing.payment.find",
                               "SELECT " TAMGA_PAYMENT_COLUMNS " FROM payment WHERE payment = $1"};
constexpr sql::Statement kAll{"billing.payment.all", "SELECT " TAMGA_PAYMENT_COLUMNS
                                                     " FROM payment WHERE payment < $1 "
                                                     "ORDER BY payment DESC LIMIT $2"};
constexpr sql::Statement kOpen{"billing.payment.open", "SELECT " TAMGA_PAYMENT_COLUMNS
                                                       " FROM payment WHERE state < 3 AND payment < $1 "
                                                       "ORDER BY payment DESC LIMIT $2"};
constexpr sql::Statement kOf{"billing.payment.of", "SELECT " TAMGA_PAYMENT_COLUMNS
                                                   " FROM payment WHERE participant = $1 AND state >= 3 AND "
                                                   "payment < $2 ORDER BY payment DESC LIMIT $3"};
#undef TAMGA_PAYMENT_COLUMNS

static_assert(static_cast<int>(PaymentState::Matched) == 3);

Payment read(sql::Row const& row) {
  Payment one;
  one.no = row.as<PaymentNo>(0);
  one.statement = row.as<StatementNo>(1);
  one.line.paid_on = Date::from_days(static_cast<std::int32_t>(row.int64(2)));
  one.line.amount = row.int64(3);
  one.line.number = row.text(4);
  one.line.payer_tax_id = row.text(5);
  one.line.payer_name = row.text(6);
  one.line.payer_account = row.text(7);
  one.line.purpose = row.text(8);
  one.state = static_cast<PaymentState>(row.int64(9));
  one.participant = row.as<ParticipantNo>(10);
  one.invoice = row.as<InvoiceNo>(11);
  one.proposed_by = row.text(12);
  one.decided_by = row.text(13);
  one.version = row.int64(14);
  return one;
}

Result<std::vector<Payment>> collect(Result<sql::Rows> rows) {
  if (!rows) return fail(std::move(rows).error());
  std::vector<Payment> out;
  TAMGA_TRY(rows->each([&](sql::Row const& row) { out.push_back(read(row)); }));
  return out;
}

std::int64_t below(PaymentNo before) {
  return before == PaymentNo() ? std::numeric_limits<std::int64_t>::max() : before.value();
}

}  // namespace

Result<std::optional<Payment>> find_payment(sql::Connection& connection, PaymentNo no) {
  return connection.find(kFind, read, no);
}

Result<void> write_decision(sql::Connection& connection, Payment& payment) {
  TAMGA_ASSIGN(changed,
               connection.execute(kDecide, payment.no, static_cast<std::int64_t>(payment.state),
                                  payment.participant, payment.invoice, std::string_view(payment.proposed_by),
                                  std::string_view(payment.decided_by), payment.version));
  if (changed == 0) return fail(kAccountChanged);
  ++payment.version;
  return {};
}

Result<std::vector<bool>> insert_payments(sql::Connection& connection, std::string_view account,
                                          std::vector<Payment> const& payments) {
  // Two payments that look the same are two, and the second of them is the second in every statement.
  std::map<std::string, int> met;
  std::deque<std::string> identities;
  sql::Batch rows(13);
  for (Payment const& one : payments) {
    std::string identity(crypto::view(one.line.identity(account)));
    int const ordinal = met[identity]++;
    if (ordinal > 0) identity = crypto::view(crypto::sha256(identity + std::to_string(ordinal)));
    identities.push_back(std::move(identity));
    BankLine const& line = one.line;
    rows.add(one.no, sql::Blob{identities.back()}, one.statement, line.paid_on.days(), line.amount,
             std::string_view(line.number), std::string_view(line.payer_tax_id),
             std::string_view(line.payer_name), std::string_view(line.payer_account),
             std::string_view(line.purpose), static_cast<std::int64_t>(one.state), one.participant,
             one.invoice);
  }
  std::vector<bool> fresh;
  if (rows.empty()) return fresh;
  std::vector<std::int64_t> affected;
  TAMGA_TRY(connection.batch(kInsert, rows, &affected));
  for (std::int64_t const one : affected) fresh.push_back(one == 1);
  return fresh;
}

Result<std::vector<Payment>> payments(sql::Connection& connection, bool open, PaymentNo before, int limit) {
  return collect(connection.query(open ? kOpen : kAll, below(before), limit));
}

Result<std::vector<Payment>> payments_of(sql::Connection& connection, ParticipantNo participant,
                                         PaymentNo before, int limit) {
  return collect(connection.query(kOf, participant, below(before), limit));
}

}  // namespace tamga::billing
