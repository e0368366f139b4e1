// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::billing {

/// Accounts with their totals, postings, invoices, statements of banks. An account of the operator has one
/// row for each process (`lane`), so that processes do not wait for one another.
inline constexpr std::array kMigrations{
    sql::Migration{1, "accounts, postings, invoices, payments", R"sql(
CREATE TABLE account (
  owner {integer} NOT NULL,
  kind {integer} NOT NULL,
  lane {integer} NOT NULL,
  debits {integer} NOT NULL,
  credits {integer} NOT NULL,
  version {integer} NOT NULL,
  PRIMARY KEY (owner, kind, lane)
) {strict_keyed};
CREATE TABLE posting (
  posting {integer} NOT NULL PRIMARY KEY,
  at {integer} NOT NULL,
  kind {integer} NOT NULL,
  participant {integer} NOT NULL,
  lane {integer} NOT NULL,
  debit {integer} NOT NULL,
  credit {integer} NOT NULL,
  amount {integer} NOT NULL,
  document {integer} NOT NULL,
  order_no {integer} NOT NULL,
  product_group {text} NOT NULL,
  codes {integer} NOT NULL
) {strict};
CREATE INDEX posting_participant ON posting (participant, posting);
CREATE INDEX posting_order ON posting (order_no) WHERE order_no <> 0;
CREATE TABLE invoice (
  invoice {integer} NOT NULL PRIMARY KEY,
  number {text} NOT NULL,
  participant {integer} NOT NULL,
  amount {integer} NOT NULL,
  order_no {integer} NOT NULL,
  issued_at {integer} NOT NULL,
  due_on {integer} NOT NULL,
  paid {integer} NOT NULL,
  cancelled_at {integer},
  version {integer} NOT NULL
) {strict};
CREATE UNIQUE INDEX invoice_number ON invoice (number);
CREATE INDEX invoice_participant ON invoice (participant, invoice);
CREATE TABLE invoice_serial (
  year {integer} NOT NULL PRIMARY KEY,
  last {integer} NOT NULL
) {strict};
CREATE TABLE bank_statement (
  statement {integer} NOT NULL PRIMARY KEY,
  digest {blob} NOT NULL,
  format {text} NOT NULL,
  account {text} NOT NULL,
  imported_at {integer} NOT NULL,
  person {text} NOT NULL,
  lines {integer} NOT NULL,
  fresh {integer} NOT NULL,
  matched {integer} NOT NULL
) {strict};
CREATE UNIQUE INDEX bank_statement_digest ON bank_statement (digest);
CREATE TABLE payment (
  payment {integer} NOT NULL PRIMARY KEY,
  identity {blob} NOT NULL,
  statement {integer} NOT NULL,
  paid_on {integer} NOT NULL,
  amount {integer} NOT NULL,
  bank_number {text} NOT NULL,
  payer_tax_id {text} NOT NULL,
  payer_name {text} NOT NULL,
  payer_account {text} NOT NULL,
  purpose {text} NOT NULL,
  state {integer} NOT NULL,
  participant {integer} NOT NULL,
  invoice {integer} NOT NULL,
  proposed_by {text} NOT NULL,
  decided_by {text} NOT NULL,
  version {integer} NOT NULL
) {strict};
CREATE UNIQUE INDEX payment_identity ON payment (identity);
CREATE INDEX payment_open ON payment (payment) WHERE state < 3;
CREATE INDEX payment_participant ON payment (participant, payment);
)sql"},
    sql::Migration{2, "invoices over what is owed", R"sql(
ALTER TABLE invoice ADD COLUMN debt_month {text} NOT NULL DEFAULT '';
CREATE UNIQUE INDEX invoice_debt ON invoice (participant, debt_month) WHERE debt_month <> '';
CREATE INDEX account_kind ON account (kind, owner);
)sql"},
};

/// Payments of which two persons have to agree whose they are.
inline constexpr sql::Statement kPaymentBacklog{
    "billing.backlog", "SELECT COUNT(*), MIN(paid_on) * 86400000 FROM payment WHERE state < 3"};

}  // namespace tamga::billing
