// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "billing/fee.hpp"
#include "country/product_group.hpp"
#include "gs1/gtin.hpp"
#include "gs1/price.hpp"
#include "ledger/code_set.hpp"
#include "sql/connection.hpp"

namespace tamga::emission {

/// An order has the number of the document that made it.
using OrderNo = ledger::DocumentNo;

/// Where an order stands. Stored for ever; numbers are never reused. Features 3.3.
enum class OrderStatus : std::uint8_t {
  AwaitingPayment = 1,  ///< codes are made when the funds cover it
  Queued = 2,           ///< codes are made when fewer orders of the participant are open
  Ready = 3,            ///< codes are there
  Downloaded = 4,       ///< every code was fetched at least once
  Closed = 5,           ///< codes not fetched were written off
  Cancelled = 6,        ///< by the participant, before there were codes
  Declined = 7,         ///< something stood against it when its turn came
};
inline constexpr std::array<std::string_view, 8> kOrderStatusNames{
    "", "awaiting_payment", "queued", "ready", "downloaded", "closed", "cancelled", "declined"};

/// Codes of one GTIN within an order ("buffer" of other systems): which codes, and how far they were fetched.
struct OrderLine {
  OrderNo order;
  int line = 0;  ///< from 0
  gs1::Gtin gtin;
  ledger::SeriesNo series;
  std::int64_t quantity = 0;        ///< ordered; codes in the set once there are some
  ledger::CodeSet codes;            ///< in the order in which they are delivered: ascending
  std::string tail_key_id;          ///< of the key that makes their tails; empty when the layout has none
  std::optional<gs1::Price> price;  ///< for layouts with a price
  std::int64_t delivered = 0;       ///< codes [0, delivered) were fetched at least once
  billing::Fee fee{};               ///< of each code
  std::int32_t card_version = 0;    ///< of the product card under which they were ordered
};

/// A code order as it stands.
struct Order {
  OrderNo number;
  ledger::ParticipantNo participant;
  std::string group;  ///< code of the product group
  std::string release_method;
  std::string contact;
  UnixMs at;
  std::vector<OrderLine> lines;
  std::optional<UnixMs> unused_until = {};  ///< codes not applied by then are written off; nothing: never
  ledger::DocumentNo expired_by = {};       ///< the document that wrote them off
  OrderStatus status = OrderStatus::Ready;
  std::optional<UnixMs> ready_at = {};
  std::string production_order = {};    ///< number in the participant's own system
  std::string place = {};               ///< of business, as the profile names it
  std::int64_t needs = 0;               ///< funds that its codes take: minor units
  ledger::DocumentNo settled_by = {};   ///< the document that closed, cancelled or declined it
  ledger::ParticipantNo provider = {};  ///< the service provider who ordered; none: the participant himself
  std::int64_t registrar = 0;           ///< through which its codes are issued; 0: none was asked for
  std::string declined = {};            ///< why, as documents keep it; empty when it was not
  std::string creation_method = {};     ///< who puts the codes on the goods; country's dictionary

  [[nodiscard]] bool waits() const { return status < OrderStatus::Ready; }
  [[nodiscard]] bool has_codes() const {
    return status >= OrderStatus::Ready && status <= OrderStatus::Closed;
  }
};

/// Within the transaction of `connection`.
Result<void> insert_order(sql::Connection& connection, Order const& order);
/// Writes what became of an order that waited: its status, and its codes if it has them now. Errors:
/// STORE_CONFLICT when another transaction was there first, or codes left since the order that is closed was
/// looked at.
Result<void> settle_order(sql::Connection& connection, Order const& order, OrderStatus before);
/// Raises `delivered` of a line; never lowers it. With the last code the order is Downloaded. Errors:
/// ORDER_LINE_UNKNOWN.
Result<void> note_delivery(sql::Connection& connection, OrderNo order, int line, std::int64_t delivered);

/// Whether codes of the order that were never fetched may leave: it is not closed, and nobody closes it before
/// the transaction ends.
Result<bool> hold_open(sql::Connection& connection, OrderNo order);

/// The order's unused codes were written off by `document`: it is closed, if it could still be downloaded.
Result<void> note_expiry(sql::Connection& connection, OrderNo order, ledger::DocumentNo document);
/// How many orders of a participant wait for payment, wait in the queue, and are open.
struct OpenOrders {
  std::int64_t awaiting_payment = 0;
  std::int64_t queued = 0;
  std::int64_t ready = 0;
};
Result<OpenOrders> open_orders(sql::Connection& connection, ledger::ParticipantNo participant);
/// When the first of a participant's orders that can be downloaded is closed by its term: an order in the
/// queue has its turn then at the latest. Nothing when none has a term.
Result<std::optional<UnixMs>> first_term(sql::Connection& connection, ledger::ParticipantNo participant);
/// Orders that a participant made for a place of business, at most so many, oldest first.
Result<std::vector<OrderNo>> orders_at(sql::Connection& connection, ledger::ParticipantNo participant,
                                       std::string_view place, int limit);

/// Nothing when there is no such order.
Result<std::optional<Order>> find_order(sql::Connection& connection, OrderNo number);
/// Which orders of a participant.
struct OrderFilter {
  ledger::ParticipantNo participant;
  bool for_others = false;  ///< made by the participant as a service provider, not his own
  std::optional<OrderStatus> status{};
  std::string group{};  ///< code of the product group; empty: any
  std::string place{};  ///< of business; empty: any
  gs1::Gtin gtin{};     ///< of a line; none: any
};
/// Newest first, numbers below `before`, without the sets of codes.
Result<std::vector<Order>> orders_of(sql::Connection& connection, OrderFilter const& filter, OrderNo before,
                                     int limit);

}  // namespace tamga::emission
