// SPDX-License-Identifier: Apache-2.0
#include "api/delivery.hpp"

#include "api/in_turn.hpp"
#include "documents/sequencer.hpp"
#include "documents/turn.hpp"
#include "emission/order.hpp"

namespace tamga::api {
namespace {

class NoteDelivery final : public documents::Operation {
 public:
  NoteDelivery(Delivery const& delivery, journal::Entry entry, http::Response response,
               std::shared_ptr<Later> later)
      : delivery_(delivery),
        entry_(std::move(entry)),
        response_(std::move(response)),
        later_(std::move(later)) {}

  Result<void> perform(documents::Turn& turn) override {
    TAMGA_TRY(
        emission::note_delivery(turn.connection(), delivery_.order, delivery_.line, delivery_.delivered));
    journal::Entry entry = entry_;
    entry.at = turn.now();
    turn.journal(std::move(entry));
    return {};
  }
  void committed() override { later_->send(std::move(response_)); }
  void failed(Error const& error) override { later_->refuse(error); }

 private:
  Delivery delivery_;
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
  auto taken = call.services().sequencer.submit(
      std::make_unique<NoteDelivery>(delivery, std::move(entry), std::move(response), answer));
  if (!taken) answer->refuse(taken.error());
}

}  // namespace tamga::api
