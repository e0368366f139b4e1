// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "crypto/sha256.hpp"

namespace tamga::billing {

/// How banks write statements.
enum class StatementFormat : std::uint8_t {
  ClientBank,  ///< 1CClientBankExchange, text in Windows-1251 or UTF-8
  Csv,         ///< a table whose first row names the columns
  Camt053,     ///< ISO 20022, camt.053
};
inline constexpr std::array<std::string_view, 3> kStatementFormatNames{"client_bank", "csv", "camt053"};

/// Money that came to the operator's account, as the bank tells it. All texts are UTF-8.
struct BankLine {
  std::size_t place = 0;  ///< line of the text, or entry of the message, from 1: for errors
  Date paid_on = Date::from_days(0);
  std::int64_t amount = 0;  ///< minor units, above zero
  std::string number;       ///< of the payer's order, or the bank's reference
  std::string payer_tax_id;
  std::string payer_name;
  std::string payer_account;
  std::string purpose;

  /// The same for the same payment in any statement of the account: dates, sums and numbers of banks.
  [[nodiscard]] crypto::Sha256 identity(std::string_view account) const;
};

/// A statement: what came in. Money that went out is counted and passed over.
struct BankStatement {
  std::string account;  ///< whose statement it is; empty when the bank does not say
  std::vector<BankLine> incoming;
  std::size_t outgoing = 0;
};

/// What a statement is read for.
struct StatementOrder {
  StatementFormat format{};
  std::string account;   ///< the operator's own
  std::string currency;  ///< ISO 4217, as the bank names it
};

/// Reads a whole statement or nothing of it: a payment that cannot be read is an error that names its line
/// and its field. At most kMostStatementBytes and kMostStatementLines. Errors: STATEMENT_....
Result<BankStatement> read_statement(std::string_view bytes, StatementOrder const& order);

inline constexpr std::size_t kMostStatementBytes = std::size_t{32} << 20;
inline constexpr std::size_t kMostStatementLines = 100'000;

/// "1500", "1500.5", "1 500,50": minor units; nothing for what is no amount or below zero.
std::optional<std::int64_t> read_amount(std::string_view text);
/// "12.03.2026", "2026-03-12", and the same with a time after it.
std::optional<Date> read_bank_day(std::string_view text);

}  // namespace tamga::billing
