// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/orders.hpp"

#include <limits>
#include <memory>

#include "api/code_stream.hpp"
#include "api/delivery.hpp"
#include "api/errors.hpp"
#include "emission/code_writer.hpp"
#include "emission/errors.hpp"
#include "emission/series_book.hpp"
#include "emission/tail_keys.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

/// The order if the caller may see it.
Result<emission::Order> order_of(Call const& call, ledger::DocumentNo number) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(order, emission::find_order(*reader, number));
  if (!order || !call.may_see(order->participant) || !call.caller().works_with_group(order->group))
    return fail(kOrderUnknown);
  return *std::move(order);
}

emission::PacketFormat format_of(PacketFormatWord word) {
  switch (word) {
    case PacketFormatWord::Csv:
      return emission::PacketFormat::Csv;
    case PacketFormatWord::Jsonl:
      return emission::PacketFormat::JsonLines;
    case PacketFormatWord::Txt:
      break;
  }
  return emission::PacketFormat::Text;
}

std::string_view media_type(PacketFormatWord word) {
  switch (word) {
    case PacketFormatWord::Csv:
      return "text/csv; charset=utf-8";
    case PacketFormatWord::Jsonl:
      return "application/jsonl";
    case PacketFormatWord::Txt:
      break;
  }
  return "text/plain; charset=utf-8";
}

/// The answer whose body is the codes, and what is to be noted of it.
struct Packet {
  http::Response response;
  Delivery delivery;
};

Result<Packet> packet_of(FetchCodes::Input const& input, Call const& call) {
  TAMGA_ASSIGN(order, order_of(call, input.order.number));
  // What is printed is the owner's alone: who has the texts can make copies.
  if (order.participant != call.caller().number()) return fail(kOrderUnknown);
  if (static_cast<std::size_t>(input.line) >= order.lines.size())
    return fail(Error(emission::kOrderLineUnknown).at("/line"));
  emission::OrderLine& line = order.lines[static_cast<std::size_t>(input.line)];
  std::int64_t const left = line.quantity - input.from;
  std::int64_t const count = input.count.value_or(left);
  if (left <= 0 || count > left)
    return fail(Error(kCodesOutOfLine)
                    .at(left <= 0 ? "/from" : "/count")
                    .with("codes", std::to_string(line.quantity)));
  Services const& services = call.services();
  TAMGA_ASSIGN(writer, emission::CodeWriter::make(line, services.series, services.tail_keys, services.store,
                                                  format_of(input.format)));
  Packet packet{http::Response::streamed(200, media_type(input.format),
                                         std::make_unique<CodeStream>(std::move(writer), input.from, count)),
                {.order = input.order.number,
                 .line = input.line,
                 .from = input.from,
                 .count = count,
                 .delivered = input.from <= line.delivered ? input.from + count : line.delivered}};
  packet.response.header("Content-Disposition", "attachment; filename=\"" +
                                                    std::to_string(input.order.number.value()) + "-" +
                                                    std::to_string(input.line) + "." +
                                                    std::string(shape::name_of(input.format)) + "\"");
  return packet;
}

}  // namespace

OrderView OrderView::of(emission::Order const& order) {
  OrderView view{.order = {order.number},
                 .at = order.at,
                 .group = order.group,
                 .release_method = order.release_method,
                 .contact = order.contact,
                 .lines = {}};
  for (emission::OrderLine const& line : order.lines)
    view.lines.push_back(
        {.line = line.line, .gtin = {line.gtin}, .quantity = line.quantity, .delivered = line.delivered,
         .card_version = line.card_version});
  return view;
}

Result<ListOrders::Output> ListOrders::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  ledger::DocumentNo const before =
      input.before ? input.before->number : ledger::DocumentNo(std::numeric_limits<std::int64_t>::max());
  TAMGA_ASSIGN(orders, emission::orders_of(*reader, call.caller().number(), before, input.limit));
  Output out;
  for (emission::Order const& order : orders)
    if (call.caller().works_with_group(order.group)) out.orders.push_back(OrderView::of(order));
  if (static_cast<int>(orders.size()) == input.limit) out.next = DocumentNumber{orders.back().number};
  return out;
}

Result<GetOrder::Output> GetOrder::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(order, order_of(call, input.order.number));
  return OrderView::of(order);
}

void FetchCodes::handle(Input const& input, Call call, Later later) {
  auto packet = packet_of(input, call);
  if (!packet) return later.refuse(packet.error(), Place::Parameters);
  note_delivery(call, packet->delivery, std::move(packet->response), std::move(later));
}

template struct RowOf<ListOrders>;
template struct RowOf<GetOrder>;
template struct RowOf<FetchCodes>;

}  // namespace tamga::api
