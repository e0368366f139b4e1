// SPDX-License-Identifier: Apache-2.0
#include "documents/orders.hpp"

#include <algorithm>

namespace tamga::documents {

using emission::OrderStatus;

Result<emission::OpenOrders> OrderDesk::open(ledger::ParticipantNo participant) {
  auto known = stored_.find(participant);
  if (known == stored_.end()) {
    TAMGA_ASSIGN(counts, emission::open_orders(*connection_, participant));
    known = stored_.emplace(participant, counts).first;
  }
  emission::OpenOrders out = known->second;
  emission::OpenOrders const& here = made_[participant];
  out.awaiting_payment += here.awaiting_payment;
  out.queued += here.queued;
  out.ready += here.ready;
  return out;
}

Result<std::optional<emission::Order>> OrderDesk::find(emission::OrderNo number) {
  auto const settled = std::find_if(settled_.rbegin(), settled_.rend(),
                                    [&](Settled const& one) { return one.order.number == number; });
  if (settled != settled_.rend()) return settled->order;
  auto const added = std::find_if(added_.begin(), added_.end(),
                                  [&](emission::Order const& one) { return one.number == number; });
  if (added != added_.end()) return *added;
  return emission::find_order(*connection_, number);
}

void OrderDesk::count(emission::Order const& order, std::int64_t step) {
  emission::OpenOrders& counts = made_[order.participant];
  if (order.status == OrderStatus::AwaitingPayment) counts.awaiting_payment += step;
  if (order.status == OrderStatus::Queued) counts.queued += step;
  if (order.status == OrderStatus::Ready) counts.ready += step;
}

void OrderDesk::add(emission::Order order) {
  count(order, 1);
  added_.push_back(std::move(order));
}

void OrderDesk::settle(emission::Order order, OrderStatus before) {
  emission::Order was = order;
  was.status = before;
  count(was, -1);
  count(order, 1);
  settled_.push_back({std::move(order), before});
}

Result<void> OrderDesk::write() {
  for (emission::Order const& order : added_) TAMGA_TRY(emission::insert_order(*connection_, order));
  for (Settled const& one : settled_) TAMGA_TRY(emission::settle_order(*connection_, one.order, one.before));
  for (auto const& [order, by] : expired_) TAMGA_TRY(emission::note_expiry(*connection_, order, by));
  return {};
}

}  // namespace tamga::documents
