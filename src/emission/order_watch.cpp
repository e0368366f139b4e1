// SPDX-License-Identifier: Apache-2.0
#include "emission/order_watch.hpp"

namespace tamga::emission {
namespace {

constexpr sql::Statement kUntold{
    "emission.order.untold",
    "SELECT order_no FROM code_order WHERE told <> status AND status IN (1, 2, 3, "
    "7) ORDER BY order_no LIMIT $1"};
constexpr sql::Statement kNoteTold{"emission.order.told",
                                   "UPDATE code_order SET told = $2 WHERE order_no = $1"};
constexpr sql::Statement kRunOut{"emission.order.run_out",
                                 "SELECT order_no FROM code_order WHERE expired_by = 0 AND unused_until < $1 "
                                 "ORDER BY unused_until LIMIT $2"};
constexpr sql::Statement kRunningOut{
    "emission.order.running_out",
    "SELECT order_no, unused_until, warned FROM code_order WHERE expired_by = 0 AND unused_until >= $1 AND "
    "unused_until < $2 AND (warned = 0 OR warned > $3) ORDER BY unused_until LIMIT $4"};
constexpr sql::Statement kNoteWarning{"emission.order.warned",
                                      "UPDATE code_order SET warned = $2 WHERE order_no = $1"};
constexpr sql::Statement kWaiting{
    "emission.order.waiting",
    "SELECT order_no, participant, status, needs FROM code_order WHERE status < "
    "3 ORDER BY order_no LIMIT $1"};

}  // namespace

Result<std::vector<OrderNo>> orders_run_out(sql::Connection& connection, UnixMs now, int limit) {
  std::vector<OrderNo> orders;
  TAMGA_ASSIGN(rows, connection.query(kRunOut, now, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { orders.push_back(row.as<OrderNo>(0)); }));
  return orders;
}

Result<std::vector<RunningOut>> orders_running_out(sql::Connection& connection, UnixMs now, std::int64_t days,
                                                   int limit) {
  constexpr std::int64_t kDayMs = 86'400'000;
  std::vector<RunningOut> out;
  TAMGA_ASSIGN(rows, connection.query(kRunningOut, now, UnixMs(now.value() + days * kDayMs), days, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    out.push_back({row.as<OrderNo>(0), row.as<UnixMs>(1), row.int64(2)});
  }));
  return out;
}

Result<void> note_warning(sql::Connection& connection, OrderNo order, std::int64_t days) {
  TAMGA_TRY(connection.execute(kNoteWarning, order, days));
  return {};
}

Result<std::vector<WaitingOrder>> waiting_orders(sql::Connection& connection, int limit) {
  std::vector<WaitingOrder> out;
  TAMGA_ASSIGN(rows, connection.query(kWaiting, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    out.push_back({row.as<OrderNo>(0), row.as<ledger::ParticipantNo>(1),
                   static_cast<OrderStatus>(row.int64(2)), row.int64(3)});
  }));
  return out;
}

Result<std::vector<OrderNo>> orders_untold(sql::Connection& connection, int limit) {
  std::vector<OrderNo> orders;
  TAMGA_ASSIGN(rows, connection.query(kUntold, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { orders.push_back(row.as<OrderNo>(0)); }));
  return orders;
}

Result<void> note_told(sql::Connection& connection, OrderNo order, OrderStatus status) {
  TAMGA_TRY(connection.execute(kNoteTold, order, status));
  return {};
}

}  // namespace tamga::emission
