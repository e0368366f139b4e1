// SPDX-License-Identifier: Apache-2.0
#include "documents/open_order.hpp"

#include <algorithm>

#include "documents/errors.hpp"
#include "documents/open_shipment.hpp"
#include "packets/blocks.hpp"

namespace tamga::documents {

using ledger::CodeSet;
using ledger::CodeStatus;

namespace {

/// Adds the codes of `all` that stand at the places of `part`, counted from 0 in the order of the set.
void add_part(CodeSet const& all, packets::Part part, CodeSet& out) {
  std::int64_t place = 0;
  for (ledger::CodeRange const& range : all.ranges()) {
    std::int64_t const from = std::max(part.from, place) - place;
    std::int64_t const end = std::min(part.end - place, range.count);
    if (from < end) out.add({range.first + from, end - from});
    place += range.count;
  }
}

}  // namespace

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

Result<CodeSet> unfetched(sql::Connection& connection, emission::OrderLine const& line) {
  TAMGA_ASSIGN(fetched, packets::given_out(connection, line.order, line.line, line.delivered));
  CodeSet out;
  std::int64_t at = 0;
  for (packets::Part const& part : fetched) {
    add_part(line.codes, {at, part.from}, out);
    at = part.end;
  }
  add_part(line.codes, {at, line.codes.size()}, out);
  return out;
}

bool applied_when_made(country::Country const& country, emission::Order const& order, Date today) {
  country::ProductGroup const* group = country.find_group(order.group);
  auto const* rules = group ? group->rules.in_force(today) : nullptr;
  return rules && rules->has(country::Capability::AppliedAtEmission);
}

CodeSet untouched(ledger::Batch const& batch, CodeSet const& codes, bool at_once) {
  CodeStatus const made = at_once ? CodeStatus::Applied : CodeStatus::Emitted;
  CodeSet out;
  batch.for_each_run(codes, [&](ledger::CodeRange range, ledger::CodeState const& state) {
    bool const free = (state.marks & ledger::kHolds) == 0 && state.parent == ledger::CodeNo();
    if (state.status == made && free) out.add(range);
  });
  return out;
}

Result<CodeSet> unused_codes(sql::Connection& connection, ledger::Batch& batch, emission::Order const& order,
                             bool at_once) {
  CodeSet out;
  for (emission::OrderLine const& line : order.lines) {
    TAMGA_TRY(batch.load(line.codes));
    out = out.unite(untouched(batch, line.codes, false));
    if (!at_once) continue;
    TAMGA_ASSIGN(left, unfetched(connection, line));
    out = out.unite(untouched(batch, left, true));
  }
  return out;
}

}  // namespace tamga::documents
