// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "emission/order.hpp"

namespace tamga::documents {

/// The orders that the documents of one transaction make and settle. How many of a participant are open is
/// known with those of this transaction.
class OrderDesk {
 public:
  explicit OrderDesk(sql::Connection& connection) : connection_(&connection) {}

  Result<emission::OpenOrders> open(ledger::ParticipantNo participant);
  /// As it stands with what this transaction did; nothing when there is none.
  Result<std::optional<emission::Order>> find(emission::OrderNo number);

  void add(emission::Order order);
  /// What became of an order that `find` gave.
  void settle(emission::Order order, emission::OrderStatus before);
  /// The unused codes of an order were written off by a document.
  void expire(emission::OrderNo order, ledger::DocumentNo by) { expired_.emplace_back(order, by); }

  Result<void> write();

 private:
  struct Settled {
    emission::Order order;
    emission::OrderStatus before;
  };
  void count(emission::Order const& order, std::int64_t step);

  sql::Connection* connection_;
  std::vector<emission::Order> added_;
  std::vector<Settled> settled_;
  std::vector<std::pair<emission::OrderNo, ledger::DocumentNo>> expired_;
  std::map<ledger::ParticipantNo, emission::OpenOrders> stored_;
  std::map<ledger::ParticipantNo, emission::OpenOrders> made_;  ///< here: added to what is stored
};

}  // namespace tamga::documents
