// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "base/number_source.hpp"
#include "base/result.hpp"
#include "billing/account.hpp"
#include "sql/connection.hpp"

namespace tamga::billing {

/// The books as the operations of one transaction see and change them. Nothing is written before `write`.
/// Accounts of a participant have versions: of two transactions that move the same money one is judged anew.
/// One thread; dropped when the transaction fails.
class AccountDesk {
 public:
  AccountDesk(sql::Connection& connection, NumberSource& numbers)
      : connection_(&connection), numbers_(&numbers) {}

  /// How the participant stands, with what was posted in this transaction.
  Result<Balances> balances(ParticipantNo participant);
  /// Enters a posting and gives its number. One between accounts that its kind does not know, or of nothing,
  /// is found by `write`.
  std::int64_t post(Posting posting);

  /// Whatever was posted must not be written: something is wrong that only we can mend.
  void reject(Error error) { broken_ = std::move(error); }

  /// Pays what is owed from the funds, then writes postings and totals. Errors: ACCOUNT_CHANGED (somebody
  /// else moved the money meanwhile: judge anew), ACCOUNT_OVERDRAWN and POSTING_IMPOSSIBLE (ours).
  Result<void> write();

 private:
  struct Key {
    ParticipantNo owner;
    AccountKind kind;
    friend auto operator<=>(Key const&, Key const&) = default;
  };
  struct Totals {
    std::int64_t debits = 0;
    std::int64_t credits = 0;
    std::int64_t version = 0;
    [[nodiscard]] std::int64_t balance(AccountKind kind) const {
      return grows_by_debit(kind) ? debits - credits : credits - debits;
    }
  };
  [[nodiscard]] Key key_of(Posting const& posting, AccountKind kind) const {
    return {is_of_participant(kind) ? posting.participant : ParticipantNo(), kind};
  }
  [[nodiscard]] std::int64_t lane_of(AccountKind kind) const {
    return is_of_participant(kind) ? 0 : numbers_->lane();
  }
  Result<void> load(ParticipantNo owner);
  [[nodiscard]] std::int64_t balance(ParticipantNo owner, AccountKind kind) const;
  void settle_debts(UnixMs at);
  Result<void> write_totals();
  Result<void> write_postings();

  sql::Connection* connection_;
  NumberSource* numbers_;
  std::map<ParticipantNo, bool> loaded_;
  std::map<Key, Totals> stored_;
  std::map<Key, Totals> moved_;  ///< by this transaction
  std::vector<Posting> postings_;
  std::optional<Error> broken_;
};

}  // namespace tamga::billing
