// SPDX-License-Identifier: Apache-2.0
#include "documents/shipments.hpp"

#include <string>

#include "base/varint.hpp"
#include "ledger/errors.hpp"
#include "sql/statement.hpp"

namespace tamga::documents {
namespace {

constexpr sql::Statement kShipment{
    "documents.shipment",
    "SELECT shipment, sender, receiver, status, shipped_at, closed_by, named, content FROM shipment "
    "WHERE shipment = $1"};
constexpr sql::Statement kSent{
    "documents.shipments.sent",
    "SELECT shipment, sender, receiver, status, shipped_at, closed_by FROM shipment "
    "WHERE sender = $1 AND shipment < $2 ORDER BY shipment DESC LIMIT $3"};
constexpr sql::Statement kIncoming{
    "documents.shipments.incoming",
    "SELECT shipment, sender, receiver, status, shipped_at, closed_by FROM shipment "
    "WHERE receiver = $1 AND shipment < $2 ORDER BY shipment DESC LIMIT $3"};
constexpr sql::Statement kInsertShipment{
    "documents.shipment.insert",
    "INSERT INTO shipment (shipment, sender, receiver, status, shipped_at, closed_by, named, content) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
/// A shipment is closed once.
constexpr sql::Statement kCloseShipment{
    "documents.shipment.close",
    "UPDATE shipment SET status = $2, closed_by = $3 WHERE shipment = $1 AND status = 1"};
static_assert(static_cast<int>(ShipmentStatus::Waiting) == 1);

Shipment read_head(sql::Row const& row) {
  Shipment shipment;
  shipment.number = row.as<ledger::DocumentNo>(0);
  shipment.sender = row.as<ledger::ParticipantNo>(1);
  shipment.receiver = row.as<ledger::ParticipantNo>(2);
  shipment.status = row.as<ShipmentStatus>(3);
  shipment.shipped_at = row.as<UnixMs>(4);
  shipment.closed_by = row.as<ledger::DocumentNo>(5);
  return shipment;
}

std::string encoded(ledger::CodeSet const& codes) {
  std::string bytes;
  codes.encode(bytes);
  return bytes;
}

}  // namespace

Result<std::optional<Shipment>> find_shipment(sql::Connection& connection, ledger::DocumentNo number) {
  bool whole = true;
  TAMGA_ASSIGN(found, connection.find(
                          kShipment,
                          [&](sql::Row const& row) {
                            Shipment shipment = read_head(row);
                            ByteReader named(row.blob(6));
                            shipment.named = ledger::CodeSet::decode(named);
                            ByteReader content(row.blob(7));
                            shipment.content = ledger::CodeSet::decode(content);
                            whole = named.ok() && content.ok();
                            return shipment;
                          },
                          number));
  if (!whole)
    return fail(Error(ledger::kLedgerDamaged).log("codes of shipment " + std::to_string(number.value())));
  return std::move(found);
}

Result<std::vector<Shipment>> shipments_of(sql::Connection& connection, ledger::ParticipantNo participant,
                                           ShipmentSide side, ledger::DocumentNo before, int limit) {
  std::vector<Shipment> out;
  TAMGA_ASSIGN(rows,
               connection.query(side == ShipmentSide::Sent ? kSent : kIncoming, participant, before, limit));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(read_head(row)); }));
  return out;
}

Result<Shipment const*> ShipmentDesk::find(ledger::DocumentNo number) {
  auto known = known_.find(number);
  if (known == known_.end()) {
    TAMGA_ASSIGN(found, find_shipment(*connection_, number));
    bool const stored = found.has_value();
    known = known_.emplace(number, Known{std::move(found), stored, false}).first;
  }
  return known->second.now ? &*known->second.now : nullptr;
}

void ShipmentDesk::put(Shipment shipment) {
  Known& known = known_[shipment.number];
  known.now = std::move(shipment);
  known.changed = true;
}

Result<void> ShipmentDesk::write() {
  for (auto const& [number, known] : known_) {
    if (!known.changed) continue;
    Shipment const& shipment = *known.now;
    if (known.stored) {
      TAMGA_ASSIGN(closed, connection_->execute(kCloseShipment, number, shipment.status, shipment.closed_by));
      if (closed != 1) return fail(ledger::kBlockChanged);
      continue;
    }
    std::string const named = encoded(shipment.named);
    std::string const content = encoded(shipment.content);
    TAMGA_TRY(connection_->execute(kInsertShipment, number, shipment.sender, shipment.receiver,
                                   shipment.status, shipment.shipped_at, shipment.closed_by, sql::Blob{named},
                                   sql::Blob{content}));
  }
  return {};
}

}  // namespace tamga::documents
