// SPDX-License-Identifier: Apache-2.0
#include "billing/books.hpp"

#include <limits>

#include "sql/statement.hpp"

namespace tamga::billing {
namespace {

constexpr sql::Statement kBalances{"billing.balances",
                                   "SELECT kind, debits, credits FROM account WHERE owner = $1 AND lane = 0"};
constexpr sql::Statement kWholeBalances{"billing.balances.whole",
                                        "SELECT kind, CAST(SUM(debits) AS {integer}), CAST(SUM(credits) AS "
                                        "{integer}) FROM account GROUP BY kind"};
constexpr sql::Statement kPostings{
    "billing.postings",
    "SELECT posting, at, kind, participant, debit, credit, amount, document, order_no, product_group, codes "
    "FROM posting WHERE participant = $1 AND posting < $2 AND at >= $3 AND at < $4 ORDER BY posting DESC "
    "LIMIT $5"};
constexpr sql::Statement kPostingsOfTerm{
    "billing.postings.term",
    "SELECT posting, at, kind, participant, debit, credit, amount, document, order_no, product_group, codes "
    "FROM posting WHERE participant = $1 AND at >= $2 AND at < $3 ORDER BY posting"};
constexpr sql::Statement kCharges{
    "billing.charges",
    "SELECT product_group, kind, CAST(SUM(amount) AS {integer}), CAST(SUM(codes) AS {integer}) FROM posting "
    "WHERE participant = $1 AND at >= $2 AND at < $3 AND kind BETWEEN 5 AND 8 "
    "GROUP BY product_group, kind ORDER BY product_group, kind"};
constexpr sql::Statement kOfOrder{
    "billing.order",
    "SELECT kind, debit, CAST(SUM(amount) AS {integer}), CAST(SUM(codes) AS {integer}) FROM posting "
    "WHERE order_no = $1 AND order_no <> 0 GROUP BY kind, debit"};
constexpr sql::Statement kDebtMoves{
    "billing.debt",
    "SELECT at, debit, credit, amount FROM posting WHERE participant = $1 AND (debit = 3 OR credit = 3) "
    "ORDER BY posting DESC"};

static_assert(static_cast<int>(PostingKind::Fee) == 5 && static_cast<int>(PostingKind::RefundVat) == 8);
static_assert(static_cast<int>(AccountKind::Owed) == 3);

Posting read_posting(sql::Row const& row) {
  Posting one;
  one.number = row.int64(0);
  one.at = row.as<UnixMs>(1);
  one.kind = static_cast<PostingKind>(row.int64(2));
  one.participant = row.as<ParticipantNo>(3);
  one.debit = static_cast<AccountKind>(row.int64(4));
  one.credit = static_cast<AccountKind>(row.int64(5));
  one.amount = row.int64(6);
  one.document = row.as<DocumentNo>(7);
  one.order = row.as<DocumentNo>(8);
  one.group = row.text(9);
  one.codes = row.int64(10);
  return one;
}

/// Adds what a kind of posting says of charges.
template <class Sums>
void add(Sums& sums, PostingKind kind, std::int64_t amount, std::int64_t codes) {
  bool const back = kind == PostingKind::Refund || kind == PostingKind::RefundVat;
  std::int64_t const sign = back ? -1 : 1;
  if (kind == PostingKind::Fee || kind == PostingKind::Refund) {
    sums.net += sign * amount;
    sums.codes += sign * codes;
  } else {
    sums.vat += sign * amount;
  }
}

}  // namespace

Result<Balances> balances_of(sql::Connection& connection, ParticipantNo participant) {
  Balances out;
  TAMGA_ASSIGN(rows, connection.query(kBalances, participant));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    auto const kind = static_cast<AccountKind>(row.int64(0));
    std::int64_t const balance =
        grows_by_debit(kind) ? row.int64(1) - row.int64(2) : row.int64(2) - row.int64(1);
    if (kind == AccountKind::Funds) out.funds = balance;
    if (kind == AccountKind::Reserved) out.reserved = balance;
    if (kind == AccountKind::Owed) out.owed = balance;
  }));
  return out;
}

Result<std::array<std::int64_t, kAccountNames.size()>> whole_balances(sql::Connection& connection) {
  std::array<std::int64_t, kAccountNames.size()> out{};
  TAMGA_ASSIGN(rows, connection.query(kWholeBalances));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    auto const kind = static_cast<AccountKind>(row.int64(0));
    std::int64_t const net = row.int64(1) - row.int64(2);
    out.at(static_cast<std::size_t>(kind)) = grows_by_debit(kind) ? net : -net;
  }));
  return out;
}

Result<std::vector<Posting>> postings_of(sql::Connection& connection, ParticipantNo participant,
                                         PostingTerm const& term, std::int64_t before, int limit) {
  constexpr std::int64_t kEver = std::numeric_limits<std::int64_t>::max();
  std::vector<Posting> out;
  if (before == 0) before = kEver;
  TAMGA_ASSIGN(rows, connection.query(kPostings, participant, before, term.from.value_or(UnixMs()),
                                      term.until.value_or(UnixMs(kEver)), limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(read_posting(row)); }));
  return out;
}

Result<void> each_posting(sql::Connection& connection, ParticipantNo participant, UnixMs from, UnixMs to,
                          std::function<Result<void>(Posting const&)> const& visit) {
  TAMGA_ASSIGN(rows, connection.query(kPostingsOfTerm, participant, from, to));
  return rows.each([&](sql::Row const& row) { return visit(read_posting(row)); });
}

Result<std::vector<Charges>> charges_of(sql::Connection& connection, ParticipantNo participant, UnixMs from,
                                        UnixMs to) {
  std::vector<Charges> out;
  TAMGA_ASSIGN(rows, connection.query(kCharges, participant, from, to));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    if (out.empty() || out.back().group != row.text(0)) out.push_back({std::string(row.text(0))});
    add(out.back(), static_cast<PostingKind>(row.int64(1)), row.int64(2), row.int64(3));
  }));
  return out;
}

Result<OrderCharges> charges_of_order(sql::Connection& connection, DocumentNo order) {
  OrderCharges out;
  TAMGA_ASSIGN(rows, connection.query(kOfOrder, order));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    auto const kind = static_cast<PostingKind>(row.int64(0));
    auto const debit = static_cast<AccountKind>(row.int64(1));
    std::int64_t const amount = row.int64(2);
    if (kind == PostingKind::Reservation) out.reserved += amount;
    if (debit == AccountKind::Reserved) out.reserved -= amount;
    if (kind >= PostingKind::Fee && kind <= PostingKind::RefundVat) add(out, kind, amount, row.int64(3));
  }));
  return out;
}

Result<std::optional<UnixMs>> in_debt_since(sql::Connection& connection, ParticipantNo participant) {
  TAMGA_ASSIGN(balances, balances_of(connection, participant));
  if (balances.owed == 0) return std::nullopt;
  // Payments settle the oldest debt first: what is owed now came last. From the newest charge backwards until
  // the charges together make up what is owed.
  std::int64_t left = balances.owed;
  std::optional<UnixMs> since;
  TAMGA_ASSIGN(rows, connection.query(kDebtMoves, participant));
  while (left > 0) {
    TAMGA_ASSIGN(more, rows.next());
    if (!more) break;
    if (static_cast<AccountKind>(rows.row().int64(1)) != AccountKind::Owed) continue;
    left -= rows.row().int64(3);
    since = rows.row().as<UnixMs>(0);
  }
  return since;
}

}  // namespace tamga::billing
