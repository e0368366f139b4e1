// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/orders.hpp"

#include <limits>

#include "api/delivery.hpp"
#include "api/errors.hpp"
#include "api/packet.hpp"
#include "country/error_texts.hpp"
#include "documents/decline.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

/// The order if the caller may see it.
Result<emission::Order> order_of(Call const& call, ledger::DocumentNo number) {
  std::optional<emission::Order> order;
  {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_ASSIGN(found, emission::find_order(*reader, number));
    order = std::move(found);
  }
  if (!order || !call.caller().works_with_group(order->group)) return fail(kOrderUnknown);
  if (call.may_see(order->participant)) return *std::move(order);
  TAMGA_ASSIGN(provided, is_for_caller(call, *order));
  if (!provided) return fail(kOrderUnknown);
  return *std::move(order);
}

/// When its codes are there, or will be at the latest; nothing when that depends on a payment.
Result<std::optional<UnixMs>> expected_at(sql::Connection& connection, emission::Order const& order) {
  if (order.status != emission::OrderStatus::Queued) return order.ready_at;
  return emission::first_term(connection, order.participant);
}

}  // namespace

OrderView OrderView::of(emission::Order const& order, std::optional<UnixMs> expected, Call const& call) {
  OrderView view{
      .order = {order.number},
      .at = order.at,
      .group = order.group,
      .release_method = order.release_method,
      .creation_method = order.creation_method.empty() ? std::nullopt : std::optional(order.creation_method),
      .contact = order.contact,
      .status = order.status,
      .needs = order.needs,
      .ready_at = order.ready_at,
      .expected_at = expected,
      .unused_until = order.unused_until,
      .place = order.place.empty() ? std::nullopt : std::optional(order.place),
      .production_order =
          order.production_order.empty() ? std::nullopt : std::optional(order.production_order),
      .registrar = order.registrar == 0 ? std::nullopt : std::optional(std::to_string(order.registrar)),
      .declined = {},
      .lines = {}};
  for (documents::DeclineReason const& reason : documents::read_reasons(order.declined)) {
    auto const told = call.services().texts.render(reason.code, reason.values.value_or(shape::Attributes()),
                                                   call.language());
    view.declined.push_back({reason.code, told.title, told.remedy, reason.pointer});
  }
  for (emission::OrderLine const& line : order.lines)
    view.lines.push_back({.line = line.line,
                          .gtin = {line.gtin},
                          .quantity = line.quantity,
                          .delivered = line.delivered,
                          .fee = line.fee.free() ? 0 : line.fee.net,
                          .fee_vat = line.fee.free() ? 0 : line.fee.vat,
                          .charge_at = line.fee.at,
                          .card_version = line.card_version});
  return view;
}

Result<ListOrders::Output> ListOrders::handle(Input const& input, Call& call) {
  ledger::DocumentNo const before =
      input.before ? input.before->number : ledger::DocumentNo(std::numeric_limits<std::int64_t>::max());
  std::vector<emission::Order> orders;
  std::vector<std::optional<UnixMs>> expected;
  {
    emission::OrderFilter const filter{.participant = call.caller().number(),
                                       .for_others = input.for_others,
                                       .status = input.status,
                                       .group = input.group.value_or(""),
                                       .place = input.place.value_or(""),
                                       .gtin = input.gtin ? input.gtin->gtin : gs1::Gtin()};
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_ASSIGN(found, emission::orders_of(*reader, filter, before, input.limit));
    orders = std::move(found);
    for (emission::Order const& order : orders) {
      TAMGA_ASSIGN(at, expected_at(*reader, order));
      expected.push_back(at);
    }
  }
  Output out;
  for (std::size_t i = 0; i < orders.size(); ++i) {
    emission::Order const& order = orders[i];
    if (input.for_others) {
      TAMGA_ASSIGN(provided, is_for_caller(call, order));
      if (!provided) continue;
    }
    if (call.caller().works_with_group(order.group))
      out.orders.push_back(OrderView::of(order, expected[i], call));
  }
  if (static_cast<int>(orders.size()) == input.limit) out.next = DocumentNumber{orders.back().number};
  return out;
}

Result<GetOrder::Output> GetOrder::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(order, order_of(call, input.order.number));
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(expected, expected_at(*reader, order));
  return OrderView::of(order, expected, call);
}

void FetchCodes::handle(Input const& input, Call call, Later later) {
  auto const packet = plan_packet(
      call, {.order = input.order, .line = input.line, .from = input.from, .form = form_of(input.format)},
      input.count, input.encrypted);
  if (!packet) return later.refuse(packet.error(), Place::Parameters);
  auto response = packet_response(call.services(), *packet);
  if (!response) return later.refuse(response.error(), Place::Parameters);
  note_delivery(call, delivery_of(*packet), *std::move(response), std::move(later));
}

template struct RowOf<ListOrders>;
template struct RowOf<GetOrder>;
template struct RowOf<FetchCodes>;

}  // namespace tamga::api
