// SPDX-License-Identifier: Apache-2.0
#include "emission/order.hpp"

#include <algorithm>
#include <deque>

#include "emission/errors.hpp"
#include "ledger/errors.hpp"
#include "sql/errors.hpp"

namespace tamga::emission {
namespace {

#define TAMGA_ORDER_COLUMNS                                                                             \
  "order_no, participant, product_group, release_method, contact, at, unused_until, expired_by, "       \
  "status, ready_at, production_order, place, needs, settled_by, declined, provider, creation_method, " \
  "registrar"
#define TAMGA_LINE_COLUMNS                                                                           \
  "order_no, line, gtin, series, quantity, tail_key, price, delivered, fee_at, fee_cover, fee_net, " \
  "fee_vat, card_version"
constexpr sql::Statement kInsertOrder{
    "emission.order.insert",
    "INSERT INTO code_order (" TAMGA_ORDER_COLUMNS
    ", told) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)"};
constexpr sql::Statement kInsertLine{
    "emission.order.line.insert",
    "INSERT INTO order_line (" TAMGA_LINE_COLUMNS
    ", codes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"};
constexpr sql::Statement kSettleOrder{
    "emission.order.settle",
    "UPDATE code_order SET status = $2, ready_at = $3, unused_until = $4, settled_by = $5, declined = $6 "
    "WHERE order_no = $1 AND status = $7"};
constexpr sql::Statement kSettleLine{"emission.order.line.settle",
                                     "UPDATE order_line SET series = $3, codes = $4, tail_key = $5 "
                                     "WHERE order_no = $1 AND line = $2"};
constexpr sql::Statement kNoteDelivery{
    "emission.order.delivery",
    "UPDATE order_line SET delivered = CASE WHEN delivered < $3 THEN $3 ELSE delivered END "
    "WHERE order_no = $1 AND line = $2"};
constexpr sql::Statement kNoteDownloaded{
    "emission.order.downloaded",
    "UPDATE code_order SET status = 4 WHERE order_no = $1 AND status = 3 AND NOT EXISTS (SELECT 1 FROM "
    "order_line WHERE order_no = $1 AND delivered < quantity)"};
constexpr sql::Statement kHoldOpen{
    "emission.order.hold_open", "UPDATE code_order SET status = status WHERE order_no = $1 AND status <> 5"};
constexpr sql::Statement kDelivered{
    "emission.order.delivered",
    "SELECT CAST(COALESCE(SUM(delivered), 0) AS {integer}) FROM order_line WHERE order_no = $1"};
constexpr sql::Statement kOrder{"emission.order.find",
                                "SELECT " TAMGA_ORDER_COLUMNS " FROM code_order WHERE order_no = $1"};
#define TAMGA_ORDER_FILTER                                                                              \
  " AND order_no < $2 AND (status = $4 OR $4 = 0) AND (product_group = $5 OR $5 = '') AND (place = $6 " \
  "OR $6 = '') AND ($7 = CAST(0 AS {integer}) OR EXISTS (SELECT 1 FROM order_line WHERE "               \
  "order_line.order_no = code_order.order_no AND gtin = $7)) ORDER BY order_no DESC LIMIT $3"
constexpr sql::Statement kOrdersOf{"emission.order.of",
                                   "SELECT " TAMGA_ORDER_COLUMNS
                                   " FROM code_order WHERE participant = $1" TAMGA_ORDER_FILTER};
constexpr sql::Statement kOrdersBy{
    "emission.order.by", "SELECT " TAMGA_ORDER_COLUMNS
                         " FROM code_order WHERE provider = $1 AND provider <> 0" TAMGA_ORDER_FILTER};
#undef TAMGA_ORDER_FILTER
constexpr sql::Statement kNoteExpiry{
    "emission.order.expiry",
    "UPDATE code_order SET expired_by = $2, status = CASE WHEN status = 3 THEN 5 ELSE status END "
    "WHERE order_no = $1"};
constexpr sql::Statement kFirstTerm{
    "emission.order.first_term",
    "SELECT MIN(unused_until) FROM code_order WHERE participant = $1 AND status = 3"};
constexpr sql::Statement kOrdersAt{
    "emission.order.at_place",
    "SELECT order_no FROM code_order WHERE participant = $1 AND place = $2 AND "
    "place <> '' ORDER BY order_no LIMIT $3"};
constexpr sql::Statement kOpenOrders{"emission.order.open",
                                     "SELECT status, COUNT(*) FROM code_order WHERE participant = $1 AND "
                                     "status < 4 GROUP BY status"};
constexpr sql::Statement kLines{"emission.order.lines",
                                "SELECT " TAMGA_LINE_COLUMNS
                                ", codes FROM order_line WHERE order_no = $1 ORDER BY line"};
constexpr sql::Statement kLinesOfMany{
    "emission.order.lines_of_many",
    "SELECT " TAMGA_LINE_COLUMNS " FROM order_line WHERE order_no = ANY($1) ORDER BY order_no DESC, line"};
#undef TAMGA_LINE_COLUMNS
#undef TAMGA_ORDER_COLUMNS

static_assert(static_cast<int>(OrderStatus::Ready) == 3 && static_cast<int>(OrderStatus::Downloaded) == 4 &&
              static_cast<int>(OrderStatus::Closed) == 5);

constexpr int kCodesColumn = 13;

Order read_order(sql::Row const& row) {
  Order order;
  order.number = row.as<OrderNo>(0);
  order.participant = row.as<ledger::ParticipantNo>(1);
  order.group = row.text(2);
  order.release_method = row.text(3);
  order.contact = row.text(4);
  order.at = row.as<UnixMs>(5);
  if (!row.is_null(6)) order.unused_until = row.as<UnixMs>(6);
  order.expired_by = row.as<ledger::DocumentNo>(7);
  order.status = static_cast<OrderStatus>(row.int64(8));
  if (!row.is_null(9)) order.ready_at = row.as<UnixMs>(9);
  order.production_order = row.text(10);
  order.place = row.text(11);
  order.needs = row.int64(12);
  order.settled_by = row.as<ledger::DocumentNo>(13);
  order.declined = row.text(14);
  order.provider = row.as<ledger::ParticipantNo>(15);
  order.creation_method = row.text(16);
  order.registrar = row.int64(17);
  return order;
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
  line.fee.order = line.order;
  line.fee.at = static_cast<country::ChargeAt>(row.int64(8));
  line.fee.cover = billing::cover_of(row.int64(9));
  line.fee.release_unused = billing::releases_unused(row.int64(9));
  line.fee.net = row.int64(10);
  line.fee.vat = row.int64(11);
  line.card_version = static_cast<std::int32_t>(row.int64(12));
  return line;
}

Error conflict_of(Order const& order) {
  return Error(sql::kStoreConflict).log("order " + std::to_string(order.number.value()));
}

/// What is written off for never having been fetched must not have left meanwhile.
Result<void> check_deliveries(sql::Connection& connection, Order const& order) {
  std::int64_t seen = 0;
  for (OrderLine const& line : order.lines) seen += line.delivered;
  TAMGA_ASSIGN(stored, connection.find(
                           kDelivered, [](sql::Row const& row) { return row.int64(0); }, order.number));
  if (stored != seen) return fail(conflict_of(order));
  return {};
}

}  // namespace

Result<void> insert_order(sql::Connection& connection, Order const& order) {
  // Whoever gets his codes with the answer need not be written to.
  std::int64_t const told = order.waits() ? 0 : static_cast<std::int64_t>(order.status);
  TAMGA_TRY(connection.execute(kInsertOrder, order.number, order.participant, order.group,
                               order.release_method, order.contact, order.at, order.unused_until,
                               order.expired_by, order.status, order.ready_at, order.production_order,
                               order.place, order.needs, order.settled_by, order.declined, order.provider,
                               order.creation_method, order.registrar, told));
  std::deque<std::string> sets;
  sql::Batch rows(14);
  for (OrderLine const& line : order.lines) {
    std::string& codes = sets.emplace_back();
    line.codes.encode(codes);
    auto const price = line.price ? sql::Value(line.price->minor_units) : sql::Value();
    std::int64_t const quantity = order.waits() ? line.quantity : line.codes.size();
    rows.add(order.number, line.line, static_cast<std::int64_t>(line.gtin.number()), line.series, quantity,
             line.tail_key_id, price, line.delivered, line.fee.at, billing::stored_cover(line.fee),
             line.fee.net, line.fee.vat, line.card_version, sql::Blob{codes});
  }
  if (rows.empty()) return {};
  TAMGA_TRY(connection.batch(kInsertLine, rows));
  return {};
}

Result<void> settle_order(sql::Connection& connection, Order const& order, OrderStatus before) {
  TAMGA_ASSIGN(changed, connection.execute(kSettleOrder, order.number, order.status, order.ready_at,
                                           order.unused_until, order.settled_by, order.declined, before));
  if (changed == 0) return fail(conflict_of(order));
  if (order.status == OrderStatus::Closed) return check_deliveries(connection, order);
  if (before >= OrderStatus::Ready || order.status != OrderStatus::Ready) return {};
  std::deque<std::string> sets;
  sql::Batch rows(5);
  for (OrderLine const& line : order.lines) {
    std::string& codes = sets.emplace_back();
    line.codes.encode(codes);
    rows.add(order.number, line.line, line.series, sql::Blob{codes}, line.tail_key_id);
  }
  TAMGA_TRY(connection.batch(kSettleLine, rows));
  return {};
}

Result<void> note_delivery(sql::Connection& connection, OrderNo order, int line, std::int64_t delivered) {
  TAMGA_ASSIGN(changed, connection.execute(kNoteDelivery, order, line, delivered));
  if (changed == 0)
    return fail(Error(kOrderLineUnknown)
                    .with("order", std::to_string(order.value()))
                    .with("line", std::to_string(line)));
  TAMGA_TRY(connection.execute(kNoteDownloaded, order));
  return {};
}

Result<bool> hold_open(sql::Connection& connection, OrderNo order) {
  TAMGA_ASSIGN(held, connection.execute(kHoldOpen, order));
  return held > 0;
}

Result<void> note_expiry(sql::Connection& connection, OrderNo order, ledger::DocumentNo document) {
  TAMGA_TRY(connection.execute(kNoteExpiry, order, document));
  return {};
}

Result<std::optional<UnixMs>> first_term(sql::Connection& connection, ledger::ParticipantNo participant) {
  TAMGA_ASSIGN(term, connection.find(
                         kFirstTerm,
                         [](sql::Row const& row) {
                           return row.is_null(0) ? std::nullopt : std::optional(row.as<UnixMs>(0));
                         },
                         participant));
  return term ? *term : std::nullopt;
}

Result<std::vector<OrderNo>> orders_at(sql::Connection& connection, ledger::ParticipantNo participant,
                                       std::string_view place, int limit) {
  std::vector<OrderNo> orders;
  TAMGA_ASSIGN(rows, connection.query(kOrdersAt, participant, place, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { orders.push_back(row.as<OrderNo>(0)); }));
  return orders;
}

Result<OpenOrders> open_orders(sql::Connection& connection, ledger::ParticipantNo participant) {
  OpenOrders out;
  TAMGA_ASSIGN(rows, connection.query(kOpenOrders, participant));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    switch (static_cast<OrderStatus>(row.int64(0))) {
      case OrderStatus::AwaitingPayment:
        out.awaiting_payment = row.int64(1);
        break;
      case OrderStatus::Queued:
        out.queued = row.int64(1);
        break;
      default:
        out.ready = row.int64(1);
    }
  }));
  return out;
}

Result<std::optional<Order>> find_order(sql::Connection& connection, OrderNo number) {
  TAMGA_ASSIGN(order, connection.find(kOrder, read_order, number));
  if (!order) return std::nullopt;
  TAMGA_ASSIGN(rows, connection.query(kLines, number));
  TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
    OrderLine line = read_line(row);
    ByteReader reader(row.blob(kCodesColumn));
    line.codes = ledger::CodeSet::decode(reader);
    line.fee.payer = order->participant;
    if (!reader.ok() || !reader.done() || (order->has_codes() && line.codes.size() != line.quantity))
      return fail(Error(ledger::kLedgerDamaged).log("codes of order " + std::to_string(number.value())));
    order->lines.push_back(std::move(line));
    return {};
  }));
  return std::move(order);
}

Result<std::vector<Order>> orders_of(sql::Connection& connection, OrderFilter const& filter, OrderNo before,
                                     int limit) {
  std::vector<Order> orders;
  std::vector<std::int64_t> numbers;
  {
    TAMGA_ASSIGN(rows, connection.query(filter.for_others ? kOrdersBy : kOrdersOf, filter.participant, before,
                                        limit, filter.status.value_or(OrderStatus(0)), filter.group,
                                        filter.place, static_cast<std::int64_t>(filter.gtin.number())));
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
