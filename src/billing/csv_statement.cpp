// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <sstream>

#include "base/csv_records.hpp"
#include "billing/bank_formats.hpp"
#include "billing/errors.hpp"

namespace tamga::billing {
namespace {

struct Column {
  std::string_view name;
  std::string BankTexts::*field;
  bool needed;
};
constexpr std::array kColumns{
    Column{"date", &BankTexts::day, true},
    Column{"amount", &BankTexts::amount, true},
    Column{"number", &BankTexts::number, true},
    Column{"payer_tax_id", &BankTexts::payer_tax_id, true},
    Column{"payer_name", &BankTexts::payer_name, false},
    Column{"payer_account", &BankTexts::payer_account, false},
    Column{"purpose", &BankTexts::purpose, true},
};

/// Where each column stands; -1: nowhere.
Result<std::array<int, kColumns.size()>> places_of(std::vector<std::string> const& head) {
  std::array<int, kColumns.size()> places{};
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    auto const found = std::find(head.begin(), head.end(), kColumns[i].name);
    if (found == head.end() && kColumns[i].needed)
      return fail(
          Error(kStatementColumn).at("1").with("column", std::string(kColumns[i].name)).with("line", "1"));
    places[i] = found == head.end() ? -1 : static_cast<int>(found - head.begin());
  }
  return places;
}

}  // namespace

Result<BankStatement> read_csv(std::string_view bytes, StatementOrder const&) {
  std::istringstream text{std::string(bytes)};
  CsvRecords records(text, {kStatementUnreadable, kStatementUnreadable});
  auto const next = [&]() -> Result<std::optional<CsvRecords::Record>> {
    auto record = records.next();
    if (!record)
      return fail(
          Error(kStatementUnreadable).at(record.error().where()).with("line", record.error().where()));
    return record;
  };
  TAMGA_ASSIGN(head, next());
  if (!head) return fail(kStatementEmpty);
  TAMGA_ASSIGN(places, places_of(head->fields));
  BankStatement out;
  for (;;) {
    TAMGA_ASSIGN(record, next());
    if (!record) return out;
    std::string const line = std::to_string(record->line);
    if (record->fields.size() != head->fields.size() || out.incoming.size() >= kMostStatementLines)
      return fail(Error(kStatementUnreadable).at(line).with("line", line));
    BankTexts texts;
    texts.place = record->line;
    for (std::size_t i = 0; i < kColumns.size(); ++i)
      if (places[i] >= 0) texts.*kColumns[i].field = record->fields[static_cast<std::size_t>(places[i])];
    if (texts.amount.starts_with('-')) {
      ++out.outgoing;
      continue;
    }
    TAMGA_ASSIGN(payment, line_of(std::move(texts)));
    out.incoming.push_back(std::move(payment));
  }
}

}  // namespace tamga::billing
