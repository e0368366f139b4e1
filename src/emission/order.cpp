// SPDX-License-Identifier: Apache-2.0
#include "emission/order.hpp"

#include <algorithm>
#include <deque>

#include "emission/errors.hpp"
#include "ledger/errors.hpp"

namespace tamga::emission {
namespace {

constexpr sql::Statement kInsertOrder{"emission.order.insert",
                                      "INSERT INTO code_order (order_no, participant, product_group, "
                                      "release_method, contact, at, unused_until, "
                                      "expired_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr sql::Statement kInsertLine{
    "emission.order.line.insert",
    "INSERT INTO order_line (order_no, line, gtin, series, quantity, codes, tail_key, price, delivered, "
    "card_version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
constexpr sql::Statement kNoteDelivery{
    "emission.order.delivery",
    "UPDATE order_line SET delivered = CASE WHEN delivered < $3 THEN $3 ELSE delivered END "
    "WHERE order_no = $1 AND line = $2"};
constexpr sql::Statement kOrder{
    "emission.order.find",
    "SELECT order_no, participant, product_group, release_method, contact, at, unused_until, "
    "expired_by FROM code_order WHERE order_no = $1"};
constexpr sql::Statement kOrdersOf{
    "emission.order.of",
    "SELECT order_no, participant, product_group, release_method, contact, at, unused_until, expired_by "
    "FROM code_order WHERE participant = $1 AND order_no < $2 ORDER BY order_no DESC LIMIT $3"};
constexpr sql::Statement kNoteExpiry{"emission.order.expiry",
                                     "UPDATE code_order SET expired_by = $2 WHERE order_no = $1"};
constexpr sql::Statement kRunOut{"emission.order.run_out",
                                 "SELECT order_no FROM code_order WHERE expired_by = 0 AND unused_until < $1 "
                                 "ORDER BY unused_until LIMIT $2"};
constexpr sql::Statement kLines{
    "emission.order.lines",
    "SELECT order_no, line, gtin, series, quantity, tail_key, price, delivered, card_version, codes FROM order_line "
    "WHERE order_no = $1 ORDER BY line"};
constexpr sql::Statement kLinesOfMany{
    "emission.order.lines_of_many",
    "SELECT order_no, line, gtin, series, quantity, tail_key, price, delivered, card_version FROM order_line "
    "WHERE order_no = ANY($1) ORDER BY order_no DESC, line"};

constexpr int kCodesColumn = 9;

Order read_order(sql::Row const& row) {
  return {row.as<OrderNo>(0),
          row.as<ledger::ParticipantNo>(1),
          std::string(row.text(2)),
          std::string(row.text(3)),
          std::string(row.text(4)),
          row.as<UnixMs>(5),
          {},
          row.is_null(6) ? std::nullopt : std::optional(row.as<UnixMs>(6)),
          row.as<ledger::DocumentNo>(7)};
}

OrderLine read_line(sql::Row const& row) {
  OrderLine line;
  line.order = row.as<OrderNo>(0);
  line.line = static_cast<int>(row.int64(1));
  line.gtin = gs1::Gtin::from_number(static_cast<std::uint64_t>(row.int64(2)));
  line.series = row.as<ledger::SeriesNo>(3);
  line.quantity = row.int64(4);
  line.tail_key_id = row.text(5);
  if (auto const price = row.optional_int64(6)) line.price = gs1::Price{static_cast<std::uint32_t>(*price)};
  line.delivered = row.int64(7);
  line.card_version = static_cast<std::int32_t>(row.int64(8));
  return line;
}

}  // namespace

Result<void> insert_order(sql::Connection& connection, Order const& order) {
  TAMGA_TRY(connection.execute(kInsertOrder, order.number, order.participant, order.group,
                               order.release_method, order.contact, order.at, order.unused_until,
                               order.expired_by));
  std::deque<std::string> sets;
  sql::Batch rows(10);
  for (OrderLine const& line : order.lines) {
    std::string& codes = sets.emplace_back();
    line.codes.encode(codes);
    auto const price = line.price ? sql::Value(line.price->minor_units) : sql::Value();
    rows.add(order.number, line.line, static_cast<std::int64_t>(line.gtin.number()), line.series,
             line.codes.size(), sql::Blob{codes}, line.tail_key_id, price, line.delivered, line.card_version);
  }
  if (rows.empty()) return {};
  TAMGA_TRY(connection.batch(kInsertLine, rows));
  return {};
}

Result<void> note_delivery(sql::Connection& connection, OrderNo order, int line, std::int64_t delivered) {
  TAMGA_ASSIGN(changed, connection.execute(kNoteDelivery, order, line, delivered));
  if (changed == 0)
    return fail(Error(kOrderLineUnknown)
                    .with("order", std::to_string(order.value()))
                    .with("line", std::to_string(line)));
  return {};
}

Result<void> note_expiry(sql::Connection& connection, OrderNo order, ledger::DocumentNo document) {
  TAMGA_TRY(connection.execute(kNoteExpiry, order, document));
  return {};
}

Result<std::vector<OrderNo>> orders_run_out(sql::Connection& connection, UnixMs now, int limit) {
  std::vector<OrderNo> orders;
  TAMGA_ASSIGN(rows, connection.query(kRunOut, now, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { orders.push_back(row.as<OrderNo>(0)); }));
  return orders;
}

Result<std::optional<Order>> find_order(sql::Connection& connection, OrderNo number) {
  TAMGA_ASSIGN(order, connection.find(kOrder, read_order, number));
  if (!order) return std::nullopt;
  TAMGA_ASSIGN(rows, connection.query(kLines, number));
  TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
    OrderLine line = read_line(row);
    ByteReader reader(row.blob(kCodesColumn));
    line.codes = ledger::CodeSet::decode(reader);
    if (!reader.ok() || !reader.done() || line.codes.size() != line.quantity)
      return fail(Error(ledger::kLedgerDamaged).log("codes of order " + std::to_string(number.value())));
    order->lines.push_back(std::move(line));
    return {};
  }));
  return std::move(order);
}

Result<std::vector<Order>> orders_of(sql::Connection& connection, ledger::ParticipantNo participant,
                                     OrderNo before, int limit) {
  std::vector<Order> orders;
  std::vector<std::int64_t> numbers;
  {
    TAMGA_ASSIGN(rows, connection.query(kOrdersOf, participant, before, limit));
    TAMGA_TRY(rows.each([&](sql::Row const& row) {
      orders.push_back(read_order(row));
      numbers.push_back(orders.back().number.value());
    }));
  }
  if (orders.empty()) return orders;
  TAMGA_ASSIGN(rows, connection.query(kLinesOfMany, std::span<std::int64_t const>(numbers)));
  auto order = orders.begin();
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    OrderLine line = read_line(row);
    order = std::find_if(order, orders.end(), [&](Order const& one) { return one.number == line.order; });
    order->lines.push_back(std::move(line));
  }));
  return orders;
}

}  // namespace tamga::emission
