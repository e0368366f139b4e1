// SPDX-License-Identifier: Apache-2.0
#include "billing/bank_statement.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "billing/bank_formats.hpp"
#include "billing/errors.hpp"

namespace tamga::billing {
namespace {

constexpr std::int64_t kMostAmount = 1'000'000'000'000'000;

bool digit(char c) { return c >= '0' && c <= '9'; }

std::optional<int> number(std::string_view text) {
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<std::int64_t> read_amount(std::string_view text) {
  std::int64_t value = 0;
  int decimals = -1;
  bool any = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (digit(c)) {
      any = true;
      if (decimals >= 2) {
        if (c != '0') return std::nullopt;
        continue;
      }
      value = value * 10 + (c - '0');
      if (decimals >= 0) ++decimals;
      if (value > kMostAmount) return std::nullopt;
    } else if ((c == '.' || c == ',') && decimals < 0 && any) {
      decimals = 0;
    } else if (c == ' ' && decimals < 0) {
      continue;
    } else if (text.substr(i, 2) == "\xC2\xA0" && decimals < 0) {
      ++i;
    } else {
      return std::nullopt;
    }
  }
  if (!any || decimals == 0) return std::nullopt;
  for (int i = std::max(decimals, 0); i < 2; ++i) value *= 10;
  if (value > kMostAmount) return std::nullopt;
  return value;
}

std::optional<Date> read_bank_day(std::string_view text) {
  text = text.substr(0, 10);
  if (text.size() != 10) return std::nullopt;
  bool const local = text[2] == '.';
  auto const year = number(local ? text.substr(6, 4) : text.substr(0, 4));
  auto const month = number(local ? text.substr(3, 2) : text.substr(5, 2));
  auto const day = number(local ? text.substr(0, 2) : text.substr(8, 2));
  char const separator = local ? text[5] : text[4];
  if (!year || !month || !day || (local ? separator != '.' : separator != '-' || text[7] != '-'))
    return std::nullopt;
  return Date::of(*year, *month, *day);
}

crypto::Sha256 BankLine::identity(std::string_view account) const {
  std::string text(account);
  auto const add = [&](std::string_view part) {
    text += '\n';
    text += part;
  };
  add(paid_on.text());
  add(std::to_string(amount));
  add(number);
  add(payer_account);
  add(payer_tax_id);
  add(purpose);
  return crypto::sha256(text);
}

Result<BankStatement> read_statement(std::string_view bytes, StatementOrder const& order) {
  if (bytes.size() > kMostStatementBytes)
    return fail(Error(kStatementUnreadable).with("limit", std::to_string(kMostStatementBytes)));
  auto read = [&] {
    switch (order.format) {
      case StatementFormat::ClientBank:
        return read_client_bank(bytes, order);
      case StatementFormat::Csv:
        return read_csv(bytes, order);
      case StatementFormat::Camt053:
        return read_camt053(bytes, order);
    }
    return Result<BankStatement>(fail(kStatementFormat));
  }();
  if (!read) return read;
  if (read->incoming.empty() && read->outgoing == 0) return fail(kStatementEmpty);
  if (!read->account.empty() && read->account != order.account)
    return fail(Error(kStatementOtherAccount).with("account", read->account).with("own", order.account));
  return read;
}

}  // namespace tamga::billing
