// SPDX-License-Identifier: Apache-2.0
#include "billing/audit.hpp"

#include <fmt/format.h>

#include <map>

#include "billing/account.hpp"
#include "sql/statement.hpp"

namespace tamga::billing {
namespace {

constexpr sql::Statement kAccounts{
    "billing.audit.accounts",
    "SELECT owner, kind, CAST(SUM(debits) AS {integer}), CAST(SUM(credits) AS {integer}) FROM account "
    "GROUP BY owner, kind"};
constexpr sql::Statement kDebits{
    "billing.audit.debits",
    "SELECT CASE WHEN debit <= 3 THEN participant ELSE 0 END AS owner, debit, CAST(SUM(amount) AS "
    "{integer}), "
    "COUNT(*) FROM posting GROUP BY CASE WHEN debit <= 3 THEN participant ELSE 0 END, debit"};
constexpr sql::Statement kCredits{
    "billing.audit.credits",
    "SELECT CASE WHEN credit <= 3 THEN participant ELSE 0 END AS owner, credit, CAST(SUM(amount) AS "
    "{integer}), COUNT(*) FROM posting GROUP BY CASE WHEN credit <= 3 THEN participant ELSE 0 END, credit"};
constexpr sql::Statement kInvoices{
    "billing.audit.invoices", "SELECT number, amount, paid FROM invoice WHERE paid < 0 OR paid > amount"};
constexpr sql::Statement kPayments{
    "billing.audit.payments",
    "SELECT p.payment FROM payment p LEFT JOIN posting q ON q.document = p.payment AND q.kind = 1 "
    "GROUP BY p.payment, p.amount HAVING COALESCE(SUM(q.amount), 0) <> p.amount"};

static_assert(is_of_participant(static_cast<AccountKind>(3)) &&
              !is_of_participant(static_cast<AccountKind>(4)));

struct Totals {
  std::int64_t debits = 0;
  std::int64_t credits = 0;
};
using Key = std::pair<std::int64_t, std::int64_t>;

std::string name_of(Key const& key) {
  return fmt::format("{} of {}", billing::name_of(static_cast<AccountKind>(key.second)), key.first);
}

}  // namespace

Result<AuditReport> audit(sql::Connection& connection) {
  AuditReport report;
  std::map<Key, Totals> kept;
  std::map<Key, Totals> counted;
  {
    TAMGA_ASSIGN(rows, connection.query(kAccounts));
    TAMGA_TRY(rows.each([&](sql::Row const& row) {
      kept[{row.int64(0), row.int64(1)}] = {row.int64(2), row.int64(3)};
      report.debits += row.int64(2);
      report.credits += row.int64(3);
    }));
  }
  {
    TAMGA_ASSIGN(rows, connection.query(kDebits));
    TAMGA_TRY(rows.each([&](sql::Row const& row) {
      counted[{row.int64(0), row.int64(1)}].debits = row.int64(2);
      report.postings += row.int64(3);
    }));
  }
  {
    TAMGA_ASSIGN(rows, connection.query(kCredits));
    TAMGA_TRY(rows.each([&](sql::Row const& row) {
      counted[{row.int64(0), row.int64(1)}].credits = row.int64(2);
    }));
  }
  report.accounts = static_cast<std::int64_t>(kept.size());
  if (report.debits != report.credits)
    report.faults.push_back(fmt::format("debits {} are not credits {}", report.debits, report.credits));
  for (auto const& [key, totals] : kept) {
    Totals const sums = counted[key];
    if (sums.debits != totals.debits || sums.credits != totals.credits)
      report.faults.push_back(fmt::format("{}: totals {}/{}, postings {}/{}", name_of(key), totals.debits,
                                          totals.credits, sums.debits, sums.credits));
    bool const by_debit = grows_by_debit(static_cast<AccountKind>(key.second));
    if ((by_debit ? totals.debits - totals.credits : totals.credits - totals.debits) < 0)
      report.faults.push_back(name_of(key) + " is below zero");
  }
  for (auto const& [key, sums] : counted)
    if (!kept.contains(key)) report.faults.push_back(name_of(key) + " has postings and no account");
  {
    TAMGA_ASSIGN(rows, connection.query(kInvoices));
    TAMGA_TRY(rows.each([&](sql::Row const& row) {
      report.faults.push_back(
          fmt::format("invoice {} of {} has {} paid", row.text(0), row.int64(1), row.int64(2)));
    }));
  }
  {
    TAMGA_ASSIGN(rows, connection.query(kPayments));
    TAMGA_TRY(rows.each([&](sql::Row const& row) {
      report.faults.push_back(fmt::format("payment {} is not posted as it came", row.int64(0)));
    }));
  }
  return report;
}

}  // namespace tamga::billing
