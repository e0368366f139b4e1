// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
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
  ledger::DocumentNo closed_by;     ///< the acceptance, refusal or cancellation
  ledger::CodeSet named;            ///< what the document named: units and packages
  ledger::CodeSet content;          ///< everything inside the named packages
  std::string document;             ///< primary document, as the sender wrote it; empty: he named none
  std::vector<std::string> groups;  ///< product groups of the goods, in order
  std::int64_t named_codes = 0;     ///< how many `named` and `content` hold, where these are left out
  std::int64_t content_codes = 0;
  std::int64_t accepted = 0;  ///< codes that became the receiver's, content included
  std::int64_t returned = 0;  ///< codes that went back to the sender
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

enum class ShipmentSide : std::uint8_t { Sent, Incoming };
/// Which shipments of a participant.
struct ShipmentFilter {
  ledger::ParticipantNo participant;
  ShipmentSide side = ShipmentSide::Sent;
  std::optional<ShipmentStatus> status{};
  std::optional<ledger::ParticipantNo> counterpart{};
  std::optional<UnixMs> from{};   ///< shipped then or later
  std::optional<UnixMs> until{};  ///< shipped before
};
/// Newest first, numbers below `before`, without sets of codes.
Result<std::vector<Shipment>> shipments_of(sql::Connection& connection, ShipmentFilter const& filter,
                                           ledger::DocumentNo before, int limit);

}  // namespace tamga::documents
