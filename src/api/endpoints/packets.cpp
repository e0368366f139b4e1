// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/packets.hpp"

#include "api/errors.hpp"
#include "api/packet.hpp"
#include "api/task_kinds.hpp"
#include "emission/errors.hpp"
#include "packets/blocks.hpp"
#include "shape/encode.hpp"
#include "sql/store.hpp"

namespace tamga::api {

Result<ListBlocks::Output> ListBlocks::handle(Input const& input, Call& call) {
  ledger::DocumentNo const number = input.order.number;
  TAMGA_ASSIGN(order, known_order(call.services(), number));
  TAMGA_ASSIGN(own, is_for_caller(call, order));
  if (!own && !call.caller().authority()) return fail(kOrderUnknown);
  TAMGA_ASSIGN(reader, call.services().store.reader());
  if (static_cast<std::size_t>(input.line) >= order.lines.size())
    return fail(Error(emission::kOrderLineUnknown).at("/line"));
  emission::OrderLine const& line = order.lines[static_cast<std::size_t>(input.line)];
  TAMGA_ASSIGN(blocks, packets::blocks_of(*reader, number, input.line, input.after, input.limit));
  TAMGA_ASSIGN(fetched, packets::fetched_codes(*reader, number, input.line));
  Output out{.blocks = {},
             .codes = line.codes.size(),
             .delivered = line.delivered,
             .fetched = std::max(fetched, line.delivered),
             .next = std::nullopt};
  for (packets::Block const& block : blocks)
    out.blocks.push_back({.block = block.number,
                          .from = block.from,
                          .count = block.count,
                          .times = block.times,
                          .first_at = block.first_at,
                          .last_at = block.last_at,
                          .first_by = block.first_by,
                          .last_by = block.last_by});
  if (static_cast<int>(blocks.size()) == input.limit) out.next = blocks.back().number;
  return out;
}

void FetchBlock::handle(Input const& input, Call call, Later later) {
  auto const packet =
      plan_block(call, {.order = input.order, .line = input.line, .form = form_of(input.format)}, input.block,
                 input.encrypted);
  if (!packet) return later.refuse(packet.error(), Place::Parameters);
  auto response = packet_response(call.services(), *packet);
  if (!response) return later.refuse(response.error(), Place::Parameters);
  note_delivery(call, delivery_of(*packet), *std::move(response), std::move(later));
}

Result<MakePacketTask::Output> MakePacketTask::handle(Input const& input, Body const& body, Call& call) {
  TAMGA_ASSIGN(
      packet,
      plan_packet(call,
                  {.order = input.order, .line = input.line, .from = body.from, .form = form_of(body.format)},
                  body.count, body.encrypted));
  // What cannot be made is refused now and not in an hour.
  TAMGA_TRY(open_packet(call.services(), packet));
  return make_task(call, kSpec.action,
                   {.kind = kPacketTask,
                    .params = shape::encode(packet.ask),
                    .file_name = file_name_of(packet.ask),
                    .media_type = media_type_of(packet.ask),
                    .total = packet.ask.count});
}

template struct RowOf<ListBlocks>;
template struct RowOf<FetchBlock>;
template struct RowOf<MakePacketTask>;

}  // namespace tamga::api
