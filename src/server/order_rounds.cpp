// SPDX-License-Identifier: Apache-2.0
#include "server/order_rounds.hpp"

#include <fmt/format.h>

#include <array>
#include <future>
#include <set>

#include "base/log.hpp"
#include "billing/audit.hpp"
#include "billing/books.hpp"
#include "documents/in_turn.hpp"
#include "emission/order.hpp"
#include "registry/profile.hpp"

namespace tamga::server {
namespace {

constexpr int kOrders = 1000;
constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::array<std::int64_t, 3> kDays{1, 7, 30};  // the nearest first

using emission::OrderStatus;
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

Result<std::int64_t> unused_codes(documents::Turn& turn, emission::Order const& order) {
  std::int64_t unused = 0;
  for (emission::OrderLine const& line : order.lines) {
    TAMGA_TRY(turn.batch().load(line.codes));
    turn.batch().for_each_run(line.codes, [&](ledger::CodeRange range, ledger::CodeState const& state) {
      if (state.status == ledger::CodeStatus::Emitted) unused += range.count;
    });
  }
  return unused;
}

Result<std::optional<mail::Letter>> letter_about(OrderPost const& post, documents::Turn& turn,
                                                 emission::Order const& order, std::int64_t unused,
                                                 std::int64_t left) {
  TAMGA_ASSIGN(company, post.participants.find(order.participant));
  TAMGA_ASSIGN(stored, registry::find_profile(turn.connection(), order.participant));
  if (!company || !stored || stored->profile.email.empty()) return std::nullopt;
  std::string const number = std::to_string(order.number.value());
  return mail::Letter{.key = "codes_expiring." + number + '.' + std::to_string(left),
                      .to = stored->profile.email,
                      .language = post.language,
                      .text = "codes_expiring",
                      .values = {{"company", {company->name}},
                                 {"order", {number}},
                                 {"codes", {std::to_string(unused)}},
                                 {"until", {rfc3339(*order.unused_until).substr(0, 10)}},
                                 {"link", {post.site + "/orders/" + number}}},
                      .created_at = turn.now(),
                      .participant = order.participant.value()};
}

Result<void> warn(OrderPost const& post, documents::Turn& turn, emission::OrderNo number, std::int64_t left) {
  TAMGA_TRY(emission::note_warning(turn.connection(), number, left));
  TAMGA_ASSIGN(order, emission::find_order(turn.connection(), number));
  if (!order || !order->unused_until) return {};
  TAMGA_ASSIGN(unused, unused_codes(turn, *order));
  if (unused == 0) return {};
  turn.tell({{order->participant, "order.codes_expiring",
              fmt::format(R"({{"order":"{}","codes":{},"days":{}}})", number.value(), unused, left)}});
  TAMGA_ASSIGN(letter, letter_about(post, turn, *order, unused, left));
  if (!letter) return {};
  TAMGA_TRY(post.outbox.put(turn.connection(), *letter));
  return {};
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

Result<void> warn_of_ending_codes(OrderPost const& post, UnixMs now) {
  for (std::int64_t const days : kDays) {
    std::vector<emission::RunningOut> found;
    {
      TAMGA_ASSIGN(reader, post.store.reader());
      TAMGA_ASSIGN(orders, emission::orders_running_out(*reader, now, days, kOrders));
      found = std::move(orders);
    }
    for (emission::RunningOut const& one : found)
      TAMGA_TRY(documents::in_turn(post.sequencer,
                                   [&](documents::Turn& turn) { return warn(post, turn, one.order, days); }));
  }
  return {};
}

Result<void> BooksDay::run(sql::Store& store, Date today) {
  if (done_ == today) return {};
  TAMGA_ASSIGN(reader, store.reader());
  TAMGA_ASSIGN(report, billing::audit(*reader));
  for (std::string const& fault : report.faults)
    log::write(log::Level::Error, "books_do_not_agree", {{"fault", fault}});
  if (report.faults.empty())
    log::write(log::Level::Info, "books_agree", {{"postings", std::to_string(report.postings)}});
  done_ = today;
  return {};
}

}  // namespace tamga::server
