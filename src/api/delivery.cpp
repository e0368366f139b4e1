// SPDX-License-Identifier: Apache-2.0
#include "api/delivery.hpp"

#include "api/in_turn.hpp"
#include "api/packet_gate.hpp"
#include "api/tail_note.hpp"
#include "documents/sequencer.hpp"
#include "documents/turn.hpp"
#include "emission/order.hpp"
#include "packets/blocks.hpp"

namespace tamga::api {
namespace {

class NoteDelivery final : public documents::Operation {
 public:
  NoteDelivery(Delivery const& delivery, journal::Entry entry, http::Response response, std::string by,
               ledger::ParticipantNo participant, emission::TailKeys const& tail_keys,
               std::shared_ptr<Later> later)
      : delivery_(delivery),
        participant_(participant),
        tail_keys_(&tail_keys),
        by_(std::move(by)),
        entry_(std::move(entry)),
        response_(std::move(response)),
        later_(std::move(later)) {}

  Result<void> perform(documents::Turn& turn) override {
    auto const& [order, line, from, count, before, tail_key] = delivery_;
    sql::Connection& connection = turn.connection();
    TAMGA_TRY(check_open(turn));
    TAMGA_ASSIGN(block, packets::note_block(connection, {order, line, from, count}, by_, turn.now()));
    TAMGA_ASSIGN(delivered, packets::reach_of(connection, order, line, before));
    TAMGA_TRY(emission::note_delivery(connection, order, line, delivered));
    if (!tail_key.empty())
      TAMGA_TRY(note_tails(turn, *tail_keys_,
                           {.order = order,
                            .line = line,
                            .participant = participant_,
                            .person = by_,
                            .request = entry_.request_id,
                            .from = from,
                            .codes = count,
                            .key_id = tail_key}));
    block_ = block;
    journal::Entry entry = entry_;
    entry.at = turn.now();
    turn.journal(std::move(entry));
    return {};
  }
  void committed() override {
    response_.header("X-Packet-Block", std::to_string(block_));
    later_->send(std::move(response_));
  }
  void failed(Error const& error) override { later_->refuse(error); }

 private:
  /// An order that was closed since the codes were asked for gives out only what it had given out.
  Result<void> check_open(documents::Turn& turn) {
    sql::Connection& connection = turn.connection();
    TAMGA_ASSIGN(open, emission::hold_open(connection, delivery_.order));
    TAMGA_ASSIGN(order, turn.desk().orders.find(delivery_.order));
    auto const at = static_cast<std::size_t>(delivery_.line);
    if (!order || at >= order->lines.size()) return {};
    if (open && order->status != emission::OrderStatus::Closed) return {};
    TAMGA_ASSIGN(end, end_of_takable(connection, *order, order->lines[at], delivery_.from));
    if (delivery_.from + delivery_.count > end) return fail(written_off(*order));
    return {};
  }

  Delivery delivery_;
  ledger::ParticipantNo participant_;
  emission::TailKeys const* tail_keys_;
  std::string by_;
  std::int64_t block_ = 0;
  journal::Entry entry_;
  http::Response response_;
  std::shared_ptr<Later> later_;
};

}  // namespace

void note_delivery(Call const& call, Delivery const& delivery, http::Response response, Later later) {
  journal::Entry entry = entry_of(call, "order.fetch");
  entry.object = std::to_string(delivery.order.value()) + "/" + std::to_string(delivery.line) + "/" +
                 std::to_string(delivery.from) + "+" + std::to_string(delivery.count);
  entry.result = "accepted";
  auto const answer = std::make_shared<Later>(std::move(later));
  auto taken = call.services().sequencer.submit(std::make_unique<NoteDelivery>(
      delivery, std::move(entry), std::move(response), call.caller().session.person, call.caller().number(),
      call.services().tail_keys, answer));
  if (!taken) answer->refuse(taken.error());
}

}  // namespace tamga::api
