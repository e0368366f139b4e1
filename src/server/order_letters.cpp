// SPDX-License-Identifier: Apache-2.0
#include "server/order_letters.hpp"

#include <fmt/format.h>

#include "billing/invoice_pdf.hpp"
#include "documents/in_turn.hpp"
#include "documents/open_order.hpp"
#include "emission/order_watch.hpp"
#include "registry/heads.hpp"
#include "registry/profile.hpp"

namespace tamga::server {
namespace {

constexpr int kOrders = 1000;

using emission::OrderStatus;

/// Puts a letter about an order into the outbox: to the address of the participant's profile, in his
/// language. Nothing happens when he gave no address yet. `step`: makes its key one of its
/// own.
Result<void> post_letter(OrderPost const& post, documents::Turn& turn, emission::Order const& order,
                         std::string_view text, std::string const& step, mail::Values values) {
  TAMGA_ASSIGN(company, post.participants.find(order.participant));
  TAMGA_ASSIGN(stored, registry::find_profile(turn.connection(), order.participant));
  if (!company || !stored || stored->profile.email.empty()) return {};
  TAMGA_ASSIGN(in, registry::language_of(turn.connection(), order.participant,
                                         post.country.rules().languages.front()));
  std::string const number = std::to_string(order.number.value());
  values.insert(
      {{"company", {company->name}}, {"order", {number}}, {"link", {post.site + "/orders/" + number}}});
  TAMGA_TRY(post.outbox.put(turn.connection(), {.key = fmt::format("{}.{}{}", text, number, step),
                                                .to = stored->profile.email,
                                                .language = in,
                                                .text = std::string(text),
                                                .values = std::move(values),
                                                .created_at = turn.now(),
                                                .participant = order.participant.value()}));
  return {};
}

Result<void> warn(OrderPost const& post, documents::Turn& turn, emission::OrderNo number, std::int64_t left) {
  TAMGA_TRY(emission::note_warning(turn.connection(), number, left));
  TAMGA_ASSIGN(order, emission::find_order(turn.connection(), number));
  if (!order || !order->unused_until) return {};
  bool const at_once = documents::applied_when_made(post.country, *order, post.country.day_of(turn.now()));
  TAMGA_ASSIGN(left_over, documents::unused_codes(turn.connection(), turn.batch(), *order, at_once));
  std::int64_t const unused = left_over.size();
  if (unused == 0) return {};
  turn.tell({{order->participant, "order.codes_expiring",
              fmt::format(R"({{"order":"{}","codes":{},"days":{}}})", number.value(), unused, left)}});
  return post_letter(
      post, turn, *order, "codes_expiring", '.' + std::to_string(left),
      {{"codes", {std::to_string(unused)}}, {"until", {post.country.day_of(*order->unused_until).text()}}});
}

Result<void> write_of_order(OrderPost const& post, documents::Turn& turn, emission::OrderNo number) {
  TAMGA_ASSIGN(order, emission::find_order(turn.connection(), number));
  if (!order) return {};
  TAMGA_TRY(emission::note_told(turn.connection(), number, order->status));
  switch (order->status) {
    case OrderStatus::AwaitingPayment:
      return post_letter(
          post, turn, *order, "order_unpaid", "",
          {{"amount", {billing::amount_text(order->needs) + ' ' + post.country.rules().currency.value()}}});
    case OrderStatus::Queued:
      return post_letter(post, turn, *order, "order_queued", "", {});
    case OrderStatus::Ready: {
      std::int64_t codes = 0;
      for (emission::OrderLine const& line : order->lines) codes += line.quantity;
      return post_letter(post, turn, *order, "order_ready", "", {{"codes", {std::to_string(codes)}}});
    }
    case OrderStatus::Declined:
      return post_letter(post, turn, *order, "order_declined", "", {});
    default:
      return {};
  }
}

}  // namespace

Result<void> warn_of_ending_codes(OrderPost const& post, UnixMs now) {
  for (std::int64_t const days : post.days.unused_codes) {
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

Result<void> write_of_orders(OrderPost const& post) {
  std::vector<emission::OrderNo> orders;
  {
    TAMGA_ASSIGN(reader, post.store.reader());
    TAMGA_ASSIGN(found, emission::orders_untold(*reader, kOrders));
    orders = std::move(found);
  }
  for (emission::OrderNo const order : orders)
    TAMGA_TRY(documents::in_turn(post.sequencer,
                                 [&](documents::Turn& turn) { return write_of_order(post, turn, order); }));
  return {};
}

}  // namespace tamga::server
