// SPDX-License-Identifier: Apache-2.0
#include "server/order_rounds.hpp"

#include <fmt/format.h>

#include <future>
#include <set>

#include "billing/books.hpp"
#include "emission/order_watch.hpp"

namespace tamga::server {
namespace {

constexpr int kOrders = 1000;

using emission::WaitingOrder;

/// The system itself has no number among the participants.
documents::Sender system_itself() { return {{}, true, {}, "system"}; }

/// Whether it is worth asking: the document itself judges.
Result<bool> may_go(sql::Connection& connection, WaitingOrder const& order, country::Limits const* limits) {
  if (order.needs > 0) {
    TAMGA_ASSIGN(balances, billing::balances_of(connection, order.participant));
    if (balances.funds < order.needs) return false;
  }
  TAMGA_ASSIGN(open, emission::open_orders(connection, order.participant));
  return !limits || open.ready < limits->active_orders;
}

Result<std::vector<WaitingOrder>> ready_to_go(sql::Store& store, country::Limits const* limits) {
  TAMGA_ASSIGN(reader, store.reader());
  TAMGA_ASSIGN(waiting, emission::waiting_orders(*reader, kOrders));
  std::vector<WaitingOrder> out;
  std::set<std::pair<ledger::ParticipantNo, bool>>
      passed;  // of each participant one that costs, and one that does not
  for (WaitingOrder const& order : waiting) {
    if (!passed.emplace(order.participant, order.needs > 0).second) continue;
    TAMGA_ASSIGN(goes, may_go(*reader, order, limits));
    if (goes) out.push_back(order);
  }
  return out;
}

}  // namespace

Result<void> fill_waiting_orders(sql::Store& store, documents::Sequencer& sequencer,
                                 documents::Submission::Readers const& readers, UnixMs now) {
  country::Limits const* limits = readers.country.rules().limits.in_force(readers.country.day_of(now));
  TAMGA_ASSIGN(orders, ready_to_go(store, limits));
  for (WaitingOrder const& order : orders) {
    documents::Parcel parcel;
    parcel.body = fmt::format(R"({{"kind":"fill_order","order":"{}"}})", order.order.value());
    // What a lost race refused is asked again under another key.
    parcel.idempotency_key = fmt::format("fill-{}-{}", order.order.value(), now.value());
    parcel.request_id = "orders";
    auto judged = std::make_shared<std::promise<void>>();
    auto const done = judged->get_future();
    TAMGA_TRY(sequencer.submit(documents::Submission::prepare(
        system_itself(), std::move(parcel), readers, now, [judged](auto&&) { judged->set_value(); })));
    done.wait();
  }
  return {};
}

}  // namespace tamga::server
