// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "billing/bank_statement.hpp"

namespace tamga::billing {

/// One reader for each way of writing; `read_statement` chooses.
Result<BankStatement> read_client_bank(std::string_view bytes, StatementOrder const& order);
Result<BankStatement> read_csv(std::string_view bytes, StatementOrder const& order);
Result<BankStatement> read_camt053(std::string_view bytes, StatementOrder const& order);

/// What the fields of a payment say, as texts; the errors name `place` and the field.
struct BankTexts {
  std::size_t place = 0;
  std::string day;
  std::string amount;
  std::string number;
  std::string payer_tax_id;
  std::string payer_name;
  std::string payer_account;
  std::string purpose;
};
Result<BankLine> line_of(BankTexts texts);

/// Windows-1251 into UTF-8; nothing when a byte means nothing.
std::optional<std::string> from_windows_1251(std::string_view bytes);
bool is_utf8(std::string_view bytes);

}  // namespace tamga::billing
