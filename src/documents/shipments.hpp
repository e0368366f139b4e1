// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "ledger/code_set.hpp"
#include "sql/connection.hpp"

namespace tamga::documents {

/// Numbers are stored.
enum class ShipmentStatus : std::uint8_t {
  Waiting = 1,
  Accepted = 2,
  PartlyAccepted = 3,
  Refused = 4,
  Cancelled = 5
};

/// Goods on their way from one participant to another, by the number of the document that shipped them.
struct Shipment {
  ledger::DocumentNo number;
  ledger::ParticipantNo sender;
  ledger::ParticipantNo receiver;
  ShipmentStatus status = ShipmentStatus::Waiting;
  UnixMs shipped_at;
  ledger::DocumentNo closed_by;  ///< the acceptance, refusal or cancellation
  ledger::CodeSet named;         ///< what the document named: units and packages
  ledger::CodeSet content;       ///< everything inside the named packages
};

/// Shipments as the documents of one transaction see them. Two processes that close one shipment: the later
/// gets BLOCK_CHANGED from `write`.
class ShipmentDesk {
 public:
  explicit ShipmentDesk(sql::Connection& connection) : connection_(&connection) {}
  /// Null when there is none. The pointer is good until the next call.
  Result<Shipment const*> find(ledger::DocumentNo number);
  void put(Shipment shipment);
  Result<void> write();

 private:
  struct Known {
    std::optional<Shipment> now;
    bool stored = false;  ///< there is a row
    bool changed = false;
  };
  sql::Connection* connection_;
  std::map<ledger::DocumentNo, Known> known_;
};

Result<std::optional<Shipment>> find_shipment(sql::Connection& connection, ledger::DocumentNo number);
/// Of a participant, sent or to be received, newest first, numbers below `before`, without sets of codes.
enum class ShipmentSide : std::uint8_t { Sent, Incoming };
Result<std::vector<Shipment>> shipments_of(sql::Connection& connection, ledger::ParticipantNo participant,
                                           ShipmentSide side, ledger::DocumentNo before, int limit);

}  // namespace tamga::documents
