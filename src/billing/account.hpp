// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "ledger/code_no.hpp"

namespace tamga::billing {

using ledger::DocumentNo;
using ledger::ParticipantNo;

/// The accounts of the books. Stored for ever; numbers are never reused.
enum class AccountKind : std::uint8_t {
  Funds = 1,      ///< of a participant: paid in and free to use
  Reserved = 2,   ///< of a participant: set aside for codes that are charged later
  Owed = 3,       ///< of a participant: charged and not paid yet
  Bank = 4,       ///< of the operator: what came to its bank account
  Unmatched = 5,  ///< of the operator: payments of which nobody knows yet whose they are
  Fees = 6,       ///< of the operator: charged for codes, without VAT
  Vat = 7,        ///< of the operator: VAT on it
  TestMoney = 8,  ///< of a sandbox: where money comes from that nobody paid
};
inline constexpr std::array<std::string_view, 9> kAccountNames{
    "", "funds", "reserved", "owed", "bank", "unmatched", "fees", "vat", "test_money"};

/// Whether a participant has such an account; the others are the operator's.
constexpr bool is_of_participant(AccountKind kind) { return kind <= AccountKind::Owed; }
/// Accounts that grow by what is put to their debit; the others grow by credit. None is ever below zero.
constexpr bool grows_by_debit(AccountKind kind) {
  return kind == AccountKind::Owed || kind == AccountKind::Bank || kind == AccountKind::TestMoney;
}
constexpr std::string_view name_of(AccountKind kind) { return kAccountNames[static_cast<std::size_t>(kind)]; }

/// Why money moves. Stored for ever; numbers are never reused.
enum class PostingKind : std::uint8_t {
  Payment = 1,      ///< came to the bank account
  Allocation = 2,   ///< a payment without an owner got one
  Reservation = 3,  ///< set aside for an order
  Release = 4,      ///< the codes it was set aside for will not be charged
  Fee = 5,          ///< charged for codes, without VAT
  FeeVat = 6,       ///< VAT of it
  Refund = 7,       ///< a fee given back, without VAT
  RefundVat = 8,    ///< VAT of it
  Settlement = 9,   ///< what was owed is paid from the funds
  TopUp = 10,       ///< test money
  PayBack = 11,     ///< a payment nobody owned went back to the payer
};
inline constexpr std::array<std::string_view, 12> kPostingNames{
    "",        "payment", "allocation", "reservation", "release", "fee",
    "fee_vat", "refund",  "refund_vat", "settlement",  "top_up",  "pay_back"};
constexpr std::string_view name_of(PostingKind kind) { return kPostingNames[static_cast<std::size_t>(kind)]; }

/// Moves an amount from one account to another, once and for ever: the debit of one is the credit of the
/// other, so the books are in balance whatever happens. Amounts are minor units of the country's currency.
struct Posting {
  std::int64_t number = 0;  ///< given when it is posted
  UnixMs at{};
  PostingKind kind{};
  ParticipantNo participant{};  ///< whom it concerns; 0: nobody yet
  AccountKind debit{};
  AccountKind credit{};
  std::int64_t amount = 0;  ///< above zero
  DocumentNo document{};    ///< that caused it; of a payment the number of its line in the bank's statement
  DocumentNo order{};       ///< the order whose codes it is for
  std::string group{};      ///< their product group
  std::int64_t codes = 0;   ///< how many
};

/// Whether the kind may move money between these accounts: one table, tried cell by cell.
bool may_post(PostingKind kind, AccountKind debit, AccountKind credit);

/// How a participant stands.
struct Balances {
  std::int64_t funds = 0;
  std::int64_t reserved = 0;
  std::int64_t owed = 0;
  friend bool operator==(Balances const&, Balances const&) = default;
};

}  // namespace tamga::billing
