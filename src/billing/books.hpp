// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "billing/account.hpp"
#include "sql/connection.hpp"

namespace tamga::billing {

/// What is written in the books, as readers see it.

/// How a participant stands; zero for who never moved money.
Result<Balances> balances_of(sql::Connection& connection, ParticipantNo participant);
/// What stands on each account, those of all participants together: indexed by AccountKind, never below zero.
Result<std::array<std::int64_t, kAccountNames.size()>> whole_balances(sql::Connection& connection);
/// When: from the first moment until before the other; without bounds: always.
struct PostingTerm {
  std::optional<UnixMs> from{};
  std::optional<UnixMs> until{};
};
/// Postings that concern a participant, newest first, numbers below `before` (0: the newest).
Result<std::vector<Posting>> postings_of(sql::Connection& connection, ParticipantNo participant,
                                         PostingTerm const& term, std::int64_t before, int limit);
/// All of a term, oldest first, one by one: for exports.
Result<void> each_posting(sql::Connection& connection, ParticipantNo participant, UnixMs from, UnixMs to,
                          std::function<Result<void>(Posting const&)> const& visit);

/// What a participant was charged for codes of one group in a term, refunds taken off.
struct Charges {
  std::string group;
  std::int64_t codes = 0;
  std::int64_t net = 0;
  std::int64_t vat = 0;
};
Result<std::vector<Charges>> charges_of(sql::Connection& connection, ParticipantNo participant, UnixMs from,
                                        UnixMs to);

/// What an order has cost so far.
struct OrderCharges {
  std::int64_t reserved = 0;  ///< still set aside
  std::int64_t codes = 0;     ///< charged, refunds taken off
  std::int64_t net = 0;
  std::int64_t vat = 0;
};
Result<OrderCharges> charges_of_order(sql::Connection& connection, DocumentNo order);

/// The oldest day since which the participant owes without a pause; nothing when nothing is owed.
Result<std::optional<UnixMs>> in_debt_since(sql::Connection& connection, ParticipantNo participant);

}  // namespace tamga::billing
