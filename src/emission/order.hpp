// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "country/product_group.hpp"
#include "gs1/gtin.hpp"
#include "gs1/price.hpp"
#include "ledger/code_set.hpp"
#include "sql/connection.hpp"

namespace tamga::emission {

/// An order has the number of the document that made it.
using OrderNo = ledger::DocumentNo;

/// Codes of one GTIN within an order ("buffer" of other systems): which codes, and how far they were fetched.
struct OrderLine {
  OrderNo order;
  int line = 0;  ///< from 0
  gs1::Gtin gtin;
  ledger::SeriesNo series;
  std::int64_t quantity = 0;        ///< codes in the set
  ledger::CodeSet codes;            ///< in the order in which they are delivered: ascending
  std::string tail_key_id;          ///< of the key that makes their tails; empty when the layout has none
  std::optional<gs1::Price> price;  ///< for layouts with a price
  std::int64_t delivered = 0;       ///< codes [0, delivered) were fetched at least once
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
};

/// Within the transaction of `connection`. The quantity is that of the codes, whatever the line says.
Result<void> insert_order(sql::Connection& connection, Order const& order);
/// Raises `delivered` of a line; never lowers it. Errors: ORDER_LINE_UNKNOWN.
Result<void> note_delivery(sql::Connection& connection, OrderNo order, int line, std::int64_t delivered);

/// The order's unused codes were written off by `document`.
Result<void> note_expiry(sql::Connection& connection, OrderNo order, ledger::DocumentNo document);
/// Orders whose unused codes ran out before `now` and were not written off yet, oldest term first.
Result<std::vector<OrderNo>> orders_run_out(sql::Connection& connection, UnixMs now, int limit);

/// Nothing when there is no such order.
Result<std::optional<Order>> find_order(sql::Connection& connection, OrderNo number);
/// Newest first, numbers below `before`, without the sets of codes.
Result<std::vector<Order>> orders_of(sql::Connection& connection, ledger::ParticipantNo participant,
                                     OrderNo before, int limit);

}  // namespace tamga::emission
