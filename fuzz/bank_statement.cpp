// SPDX-License-Identifier: Apache-2.0
// Whatever bytes a bank sends are refused or read as payments that can be entered into the books: above zero,
// on a day, and the same payment each time the same bytes are read. The first byte chooses the format.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "billing/bank_statement.hpp"

namespace {

using namespace tamga::billing;

void expect(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size == 0) return 0;
  StatementOrder const order{static_cast<StatementFormat>(data[0] % kStatementFormatNames.size()),
                             "40703810900000000001", "RUB"};
  std::string_view const bytes(reinterpret_cast<char const*>(data) + 1, size - 1);
  auto const statement = read_statement(bytes, order);
  if (!statement) return 0;
  auto const again = read_statement(bytes, order);
  expect(again && again->incoming.size() == statement->incoming.size());
  for (std::size_t i = 0; i < statement->incoming.size(); ++i) {
    BankLine const& line = statement->incoming[i];
    expect(line.amount > 0);
    expect(line.paid_on.text().size() == 10);
    expect(line.identity(order.account) == again->incoming[i].identity(order.account));
  }
  return 0;
}
