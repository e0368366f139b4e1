// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/number_source.hpp"
#include "billing/account_desk.hpp"
#include "billing/bank_statement.hpp"
#include "billing/invoices.hpp"

namespace tamga::billing {

using PaymentNo = Id<struct PaymentNoTag, std::int64_t>;
using StatementNo = Id<struct StatementNoTag, std::int64_t>;

/// Where a payment stands. Stored for ever; numbers are never reused.
enum class PaymentState : std::uint8_t {
  Unmatched = 1,  ///< nobody knows whose it is
  Proposed = 2,   ///< one person of the operator says whose; another has to agree
  Matched = 3,    ///< found by invoice and tax number
  Allocated = 4,  ///< decided by two persons
  PaidBack = 5,   ///< went back to the payer, decided by two persons
};
inline constexpr std::array<std::string_view, 6> kPaymentStateNames{"",        "unmatched", "proposed",
                                                                    "matched", "allocated", "paid_back"};

/// Money that came to the operator's bank account.
struct Payment {
  PaymentNo no;
  StatementNo statement;
  BankLine line;
  PaymentState state = PaymentState::Unmatched;
  ParticipantNo participant{};  ///< whose it is, or is said to be; none of a proposal: pay it back
  InvoiceNo invoice{};
  std::string proposed_by;
  std::string decided_by;
  std::int64_t version = 0;
};

/// What an import did.
struct Import {
  StatementNo statement;
  std::int64_t lines = 0;           ///< payments in the statement
  std::int64_t fresh = 0;           ///< of them not seen before
  std::int64_t matched = 0;         ///< of those found whose they are
  bool repeated = false;            ///< the very same bytes were imported before: nothing happened
  std::vector<ParticipantNo> paid;  ///< whose funds grew
};

struct ImportOrder {
  StatementFormat format{};
  std::string account;
  std::string currency;
  std::string person;
  UnixMs at{};
  Date today = Date::from_days(0);
};

/// Whose tax number it is; nothing when no participant has it.
using PayerOf = std::function<Result<std::optional<ParticipantNo>>(std::string_view tax_id)>;

/// Takes in a statement within the caller's transaction: each payment once, however often it is in a
/// statement that was imported. One that names an invoice of the very participant who paid goes to his funds;
/// every other waits as unmatched, its money in the books. Errors: STATEMENT_..., those of the desk.
Result<Import> import_statement(sql::Connection& connection, AccountDesk& desk, NumberSource& numbers,
                                Rules const& rules, std::string_view bytes, ImportOrder const& order,
                                PayerOf const& payer_of);

/// What an import did; nothing when there is no such statement.
Result<std::optional<Import>> find_import(sql::Connection& connection, StatementNo statement);

/// What one person of the operator says of an unmatched payment: whose it is, or nobody's, so that it goes
/// back.
struct Proposal {
  PaymentNo payment;
  std::optional<ParticipantNo> participant;
  std::optional<std::string> invoice;  ///< number of an invoice of his
  std::string person;
};
/// Errors: PAYMENT_UNKNOWN, PAYMENT_SETTLED, INVOICE_UNKNOWN, PAYMENT_INVOICE_OF_ANOTHER.
Result<Payment> propose(sql::Connection& connection, Proposal const& proposal);

/// Another person agrees, or not: then the payment is unmatched again. Errors: PAYMENT_UNKNOWN,
/// PAYMENT_NOT_PROPOSED, PAYMENT_SAME_PERSON.
Result<Payment> decide(sql::Connection& connection, AccountDesk& desk, PaymentNo payment, bool agreed,
                       std::string const& person, UnixMs at);

/// Those that wait for the operator (`open`), or all; newest first, numbers below `before` (0: the newest).
Result<std::vector<Payment>> payments(sql::Connection& connection, bool open, PaymentNo before, int limit);
/// Of a participant's own.
Result<std::vector<Payment>> payments_of(sql::Connection& connection, ParticipantNo participant,
                                         PaymentNo before, int limit);

}  // namespace tamga::billing
