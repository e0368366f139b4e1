// SPDX-License-Identifier: Apache-2.0
#include "billing/account_desk.hpp"

#include <algorithm>
#include <set>

#include "billing/errors.hpp"
#include "sql/batch.hpp"
#include "sql/statement.hpp"

namespace tamga::billing {
namespace {

constexpr sql::Statement kAccounts{
    "billing.accounts", "SELECT kind, debits, credits, version FROM account WHERE owner = $1 AND lane = $2"};
constexpr sql::Statement kInsertAccount{
    "billing.account.insert",
    "INSERT INTO account (owner, kind, lane, debits, credits, version) VALUES ($1, $2, $3, $4, $5, 1) "
    "ON CONFLICT (owner, kind, lane) DO NOTHING"};
constexpr sql::Statement kUpdateAccount{"billing.account.update",
                                        "UPDATE account SET debits = $4, credits = $5, version = version + 1 "
                                        "WHERE owner = $1 AND kind = $2 AND lane = $3 AND version = $6"};
constexpr sql::Statement kInsertPosting{
    "billing.posting.insert",
    "INSERT INTO posting (posting, at, kind, participant, lane, debit, credit, amount, document, order_no, "
    "product_group, codes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"};

Result<void> write_all(sql::Connection& connection, sql::Statement const& statement, sql::Batch const& rows) {
  if (rows.empty()) return {};
  TAMGA_ASSIGN(written, connection.batch(statement, rows));
  if (written != static_cast<std::int64_t>(rows.size())) return fail(kAccountChanged);
  return {};
}

}  // namespace

Result<void> AccountDesk::load(ParticipantNo owner) {
  if (!loaded_.try_emplace(owner, true).second) return {};
  std::int64_t const lane = owner == ParticipantNo() ? numbers_->lane() : 0;
  TAMGA_ASSIGN(rows, connection_->query(kAccounts, owner, lane));
  return rows.each([&](sql::Row const& row) {
    stored_[{owner, static_cast<AccountKind>(row.int64(0))}] = {row.int64(1), row.int64(2), row.int64(3)};
  });
}

std::int64_t AccountDesk::balance(ParticipantNo owner, AccountKind kind) const {
  std::int64_t sum = 0;
  for (auto const* totals : {&stored_, &moved_})
    if (auto const found = totals->find({owner, kind}); found != totals->end())
      sum += found->second.balance(kind);
  return sum;
}

Result<Balances> AccountDesk::balances(ParticipantNo participant) {
  TAMGA_TRY(load(participant));
  return Balances{balance(participant, AccountKind::Funds), balance(participant, AccountKind::Reserved),
                  balance(participant, AccountKind::Owed)};
}

std::int64_t AccountDesk::post(Posting posting) {
  posting.number = numbers_->next();
  moved_[key_of(posting, posting.debit)].debits += posting.amount;
  moved_[key_of(posting, posting.credit)].credits += posting.amount;
  postings_.push_back(std::move(posting));
  return postings_.back().number;
}

void AccountDesk::settle_debts(UnixMs at) {
  std::set<ParticipantNo> owners;
  for (auto const& [key, totals] : moved_)
    if (key.kind == AccountKind::Owed || key.kind == AccountKind::Funds) owners.insert(key.owner);
  for (ParticipantNo const owner : owners) {
    std::int64_t const payable =
        std::min(balance(owner, AccountKind::Owed), balance(owner, AccountKind::Funds));
    if (payable <= 0) continue;
    Posting settlement;
    settlement.at = at;
    settlement.kind = PostingKind::Settlement;
    settlement.participant = owner;
    settlement.debit = AccountKind::Funds;
    settlement.credit = AccountKind::Owed;
    settlement.amount = payable;
    post(std::move(settlement));
  }
}

Result<void> AccountDesk::write() {
  if (broken_) return fail(*broken_);
  if (postings_.empty()) return {};
  for (Posting const& one : postings_)
    if (one.amount <= 0 || !may_post(one.kind, one.debit, one.credit))
      return fail(Error(kPostingImpossible)
                      .log(std::string(name_of(one.kind)) + " of " + std::to_string(one.amount)));
  std::vector<ParticipantNo> owners;
  for (auto const& [key, totals] : moved_) owners.push_back(key.owner);
  for (ParticipantNo const owner : owners) TAMGA_TRY(load(owner));
  settle_debts(postings_.back().at);
  TAMGA_TRY(write_totals());
  return write_postings();
}

Result<void> AccountDesk::write_totals() {
  sql::Batch inserts(5);
  sql::Batch updates(6);
  for (auto const& [key, moved] : moved_) {
    std::int64_t const after = balance(key.owner, key.kind);
    // Of the operator's accounts a process knows its own part only; the whole is for the audit.
    if (after < 0 && is_of_participant(key.kind))
      return fail(Error(kAccountOverdrawn)
                      .log(std::string(name_of(key.kind)) + " of " + std::to_string(key.owner.value()) +
                           ": " + std::to_string(after)));
    Totals const before = stored_[key];
    auto const kind = static_cast<std::int64_t>(key.kind);
    std::int64_t const debits = before.debits + moved.debits;
    std::int64_t const credits = before.credits + moved.credits;
    if (before.version == 0)
      inserts.add(key.owner, kind, lane_of(key.kind), debits, credits);
    else
      updates.add(key.owner, kind, lane_of(key.kind), debits, credits, before.version);
  }
  TAMGA_TRY(write_all(*connection_, kInsertAccount, inserts));
  return write_all(*connection_, kUpdateAccount, updates);
}

Result<void> AccountDesk::write_postings() {
  sql::Batch rows(12);
  for (Posting const& one : postings_)
    rows.add(one.number, one.at, static_cast<std::int64_t>(one.kind), one.participant, numbers_->lane(),
             static_cast<std::int64_t>(one.debit), static_cast<std::int64_t>(one.credit), one.amount,
             one.document, one.order, std::string_view(one.group), one.codes);
  return write_all(*connection_, kInsertPosting, rows);
}

}  // namespace tamga::billing
