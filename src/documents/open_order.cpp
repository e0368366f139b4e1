// SPDX-License-Identifier: Apache-2.0
#include "documents/open_order.hpp"

#include <algorithm>

#include "documents/errors.hpp"
#include "documents/open_shipment.hpp"

namespace tamga::documents {

Result<std::optional<emission::Order>> named_order(Case& one, std::string const& number) {
  auto const read = read_number(number);
  std::optional<emission::Order> order;
  if (read) {
    TAMGA_ASSIGN(found, one.desk().orders.find(*read));
    order = std::move(found);
  }
  bool const may_name = order && (one.context().sender.authority || order->participant == one.sender());
  if (may_name) return order;
  one.object(Error(kOrderNotThere).at("/order").with("order", number));
  return std::nullopt;
}

ledger::CodeSet unfetched(emission::OrderLine const& line) {
  ledger::CodeSet out;
  std::int64_t skip = line.delivered;
  for (ledger::CodeRange const& range : line.codes.ranges()) {
    std::int64_t const passed = std::min(skip, range.count);
    skip -= passed;
    if (passed < range.count) out.add({range.first + passed, range.count - passed});
  }
  return out;
}

}  // namespace tamga::documents
