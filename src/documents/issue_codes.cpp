// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "documents/fees.hpp"
#include "documents/order_plan.hpp"

namespace tamga::documents {

using ledger::Event;

namespace {

/// The lots of an order: codes that cost the same are one.
class Lots {
 public:
  Lots(Case& one, emission::Order const& order) : one_(&one), order_(&order) {}

  ledger::LotNo of(billing::Fee const& fee) {
    for (auto const& [known, number] : made_)
      if (known == fee) return number;
    Lot lot;
    lot.number = ledger::LotNo(one_->desk().books().numbers.next());
    lot.document = order_->number;
    lot.producer = order_->participant;
    lot.release_method = order_->release_method;
    lot.fee = fee;
    made_.emplace_back(fee, lot.number);
    one_->desk().lots.add(std::move(lot));
    return made_.back().second;
  }

 private:
  Case* one_;
  emission::Order const* order_;
  std::vector<std::pair<billing::Fee, ledger::LotNo>> made_;
};

void take(Case& one, OrderCodes::PlannedLine const& line) {
  if (line.serials.empty())
    one.desk().series.take(*line.series, line.codes);
  else
    one.desk().series.take(*line.series,
                           std::vector<std::string_view>(line.serials.begin(), line.serials.end()));
}

}  // namespace

void issue_codes(Case& one, OrderCodes::Plan const& plan, emission::Order& order) {
  order.status = emission::OrderStatus::Ready;
  order.ready_at = one.context().now;
  order.unused_until = plan.unused_until;
  order.lines.clear();
  Lots lots(one, order);
  Fees fees(one);
  for (OrderCodes::PlannedLine const& line : plan.lines) {
    billing::Fee fee = line.fee;
    fee.order = order.number;
    fee.payer = order.participant;
    take(one, line);
    auto const issued = ledger::patch_of(Event::Issue).owner(order.participant).lot(lots.of(fee));
    one.change(Event::Issue, issued, line.codes);
    fees.begin(fee, plan.group, line.codes.size());
    if (plan.applied) one.change(Event::Apply, ledger::patch_of(Event::Apply), line.codes);
    order.lines.push_back({.order = order.number,
                           .line = static_cast<int>(order.lines.size()),
                           .gtin = line.series->gtin,
                           .series = line.series->number,
                           .quantity = line.codes.size(),
                           .codes = line.codes,
                           .tail_key_id = line.tail_key_id,
                           .price = line.price,
                           .delivered = 0,
                           .fee = fee,
                           .card_version = line.card_version});
  }
}

}  // namespace tamga::documents
