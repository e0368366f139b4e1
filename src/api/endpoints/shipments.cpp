// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/shipments.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "base/number_source.hpp"
#include "documents/errors.hpp"
#include "emission/code_names.hpp"
#include "emission/series_book.hpp"
#include "registry/catalogue.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::api {

using documents::Shipment;
using documents::ShipmentSide;
using ledger::CodeSet;

namespace {

/// Goods of several groups are seen by whoever works with one of them.
bool works_with(Caller const& caller, Shipment const& shipment) {
  return shipment.groups.empty() ||
         std::any_of(shipment.groups.begin(), shipment.groups.end(),
                     [&](std::string const& group) { return caller.works_with_group(group); });
}

Result<std::vector<ShippedGoodsView>> goods_of(Call const& call, Shipment const& shipment) {
  constexpr std::size_t kMostGoods = 1000;
  CodeSet const all = shipment.named.unite(shipment.content);
  std::map<gs1::Gtin, std::int64_t> counts;
  for (ledger::CodeRange const& range : all.ranges()) {
    TAMGA_ASSIGN(series, emission::met_series(call.services().series, ledger::series_of(range.first)));
    counts[series->gtin] += range.count;
  }
  std::vector<ShippedGoodsView> out;
  for (auto const& [gtin, codes] : counts) {
    if (out.size() == kMostGoods) break;
    if (!gtin) {
      out.push_back({.gtin = std::nullopt, .name = {}, .codes = codes});
      continue;
    }
    TAMGA_ASSIGN(product, call.services().catalogue.look(gtin));
    out.push_back({.gtin = GtinText{gtin},
                   .name = product ? product->name.in(call.language()) : std::string(),
                   .codes = codes});
  }
  return out;
}

std::vector<ledger::CodeNo> stretch_of(CodeSet const& codes, std::int64_t from, std::int64_t limit) {
  std::vector<ledger::CodeNo> out;
  for (ledger::CodeRange const& range : codes.ranges()) {
    std::int64_t const skipped = std::min(from, range.count);
    from -= skipped;
    for (std::int64_t i = skipped; i < range.count; ++i) {
      if (static_cast<std::int64_t>(out.size()) == limit) return out;
      out.push_back(range.first + i);
    }
  }
  return out;
}

}  // namespace

Result<ShipmentView> ShipmentView::of(Shipment const& shipment, Call const& call) {
  bool const sent = shipment.sender == call.caller().number();
  TAMGA_ASSIGN(other, call.services().participants.find(sent ? shipment.receiver : shipment.sender));
  bool const closed = shipment.closed_by != ledger::DocumentNo();
  return ShipmentView{.shipment = {shipment.number},
                      .direction = sent ? ShipmentSide::Sent : ShipmentSide::Incoming,
                      .state = shipment.status,
                      .counterpart = other ? other->tax_id : std::string(),
                      .counterpart_name = other ? other->name : std::string(),
                      .document = shipment.document.empty() ? std::nullopt : std::optional(shipment.document),
                      .groups = shipment.groups,
                      .codes = shipment.named_codes,
                      .inside = shipment.content_codes,
                      .accepted = shipment.accepted,
                      .returned = shipment.returned,
                      .shipped_at = shipment.shipped_at,
                      .closed_by = closed ? std::optional(DocumentNumber{shipment.closed_by}) : std::nullopt,
                      .closed_at = closed ? std::optional(NumberSource::moment_of(shipment.closed_by.value()))
                                          : std::nullopt};
}

Result<ListShipments::Output> ListShipments::handle(Input const& input, Call& call) {
  documents::ShipmentFilter filter{.participant = call.caller().number(),
                                   .side = ShipmentSide::Sent,
                                   .status = input.state,
                                   .from = input.from,
                                   .until = input.until};
  if (input.counterpart) {
    TAMGA_ASSIGN(other, call.services().participants.find_by_tax_id(*input.counterpart));
    if (!other) return Output{};
    filter.counterpart = other->number;
  }
  ledger::DocumentNo const before =
      input.before ? input.before->number : ledger::DocumentNo(std::numeric_limits<std::int64_t>::max());
  std::vector<Shipment> found;
  {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    for (ShipmentSide const side : {ShipmentSide::Sent, ShipmentSide::Incoming}) {
      if (input.direction.value_or(side) != side) continue;
      filter.side = side;
      TAMGA_ASSIGN(some, documents::shipments_of(*reader, filter, before, input.limit));
      std::move(some.begin(), some.end(), std::back_inserter(found));
    }
  }
  std::sort(found.begin(), found.end(),
            [](Shipment const& a, Shipment const& b) { return a.number > b.number; });
  auto const limit = static_cast<std::size_t>(input.limit);
  Output out;
  if (found.size() >= limit) {
    found.resize(limit);
    out.next = DocumentNumber{found.back().number};
  }
  for (Shipment const& one : found) {
    if (!works_with(call.caller(), one)) continue;
    TAMGA_ASSIGN(view, ShipmentView::of(one, call));
    out.shipments.push_back(std::move(view));
  }
  return out;
}

Result<GetShipment::Output> GetShipment::handle(Input const& input, Call& call) {
  Services const& services = call.services();
  std::optional<Shipment> found;
  {
    TAMGA_ASSIGN(reader, services.store.reader());
    TAMGA_ASSIGN(there, documents::find_shipment(*reader, input.shipment.number));
    found = std::move(there);
  }
  ledger::ParticipantNo const me = call.caller().number();
  if (!found || (found->sender != me && found->receiver != me) || !works_with(call.caller(), *found))
    return fail(
        Error(documents::kShipmentUnknown).with("shipment", std::to_string(input.shipment.number.value())));
  TAMGA_ASSIGN(view, ShipmentView::of(*found, call));
  TAMGA_ASSIGN(goods, goods_of(call, *found));
  auto const page = stretch_of(found->named, input.from, input.limit);
  TAMGA_ASSIGN(names, emission::names_of(page, services.series, services.store));
  Output out{.shipment = std::move(view), .goods = std::move(goods), .codes = std::move(names), .next = {}};
  std::int64_t const end = input.from + static_cast<std::int64_t>(page.size());
  if (end < found->named.size()) out.next = end;
  return out;
}

template struct RowOf<ListShipments>;
template struct RowOf<GetShipment>;

}  // namespace tamga::api
