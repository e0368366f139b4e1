// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "emission/order.hpp"

namespace tamga::emission {

/// Orders about which the system does something by itself. Each function works within the transaction of its
/// connection.

/// Orders whose unused codes ran out before `now` and were not written off yet, oldest term first.
Result<std::vector<OrderNo>> orders_run_out(sql::Connection& connection, UnixMs now, int limit);

/// An order whose codes run out, and that was not told of within these days.
struct RunningOut {
  OrderNo order;
  UnixMs until;
  std::int64_t warned = 0;  ///< days before the end of which the participant was told last; 0: never
};
/// Those that run out within `days` from `now`, not told of so many days before.
Result<std::vector<RunningOut>> orders_running_out(sql::Connection& connection, UnixMs now, std::int64_t days,
                                                   int limit);
Result<void> note_warning(sql::Connection& connection, OrderNo order, std::int64_t days);

/// An order that waits, without its lines.
struct WaitingOrder {
  OrderNo order;
  ledger::ParticipantNo participant;
  OrderStatus status{};
  std::int64_t needs = 0;
};
/// All of them, oldest first.
Result<std::vector<WaitingOrder>> waiting_orders(sql::Connection& connection, int limit);

/// Orders that came to stand where their participant was not written of yet: those that wait, those declined,
/// and those that waited and have their codes now. Oldest first.
Result<std::vector<OrderNo>> orders_untold(sql::Connection& connection, int limit);
/// He was written that the order stands so.
Result<void> note_told(sql::Connection& connection, OrderNo order, OrderStatus status);

}  // namespace tamga::emission
