// SPDX-License-Identifier: Apache-2.0
#include "documents/shipments.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

#include "base/varint.hpp"
#include "ledger/errors.hpp"
#include "sql/statement.hpp"

namespace tamga::documents {
namespace {

#define TAMGA_SHIPMENT_HEAD                                                                                 \
  "shipment, sender, receiver, status, shipped_at, closed_by, primary_document, product_groups, accepted, " \
  "returned, named_codes, content_codes"
/// Shipments of before these were counted have only their sets.
#define TAMGA_SHIPMENT_LIST                                                                               \
  "SELECT " TAMGA_SHIPMENT_HEAD                                                                           \
  ", CASE WHEN named_codes = 0 THEN named END, CASE WHEN named_codes = 0 THEN content END FROM shipment " \
  "WHERE "
#define TAMGA_SHIPMENT_FILTER                                                                \
  " AND shipment < $2 AND (status = $4 OR $4 = 0) AND shipped_at >= $6 AND shipped_at < $7 " \
  "ORDER BY shipment DESC LIMIT $3"
constexpr sql::Statement kShipment{
    "documents.shipment", "SELECT " TAMGA_SHIPMENT_HEAD ", named, content FROM shipment WHERE shipment = $1"};
constexpr sql::Statement kSent{"documents.shipments.sent", TAMGA_SHIPMENT_LIST
                               "sender = $1 AND (receiver = $5 OR $5 = 0)" TAMGA_SHIPMENT_FILTER};
constexpr sql::Statement kIncoming{"documents.shipments.incoming", TAMGA_SHIPMENT_LIST
                                   "receiver = $1 AND (sender = $5 OR $5 = 0)" TAMGA_SHIPMENT_FILTER};
constexpr sql::Statement kInsertShipment{
    "documents.shipment.insert",
    "INSERT INTO shipment (" TAMGA_SHIPMENT_HEAD
    ", named, content) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"};
#undef TAMGA_SHIPMENT_FILTER
#undef TAMGA_SHIPMENT_LIST
#undef TAMGA_SHIPMENT_HEAD
/// A shipment is closed once.
constexpr sql::Statement kCloseShipment{
    "documents.shipment.close",
    "UPDATE shipment SET status = $2, closed_by = $3, accepted = $4, returned = $5 "
    "WHERE shipment = $1 AND status = 1"};
static_assert(static_cast<int>(ShipmentStatus::Waiting) == 1);

constexpr char kBetweenGroups = ' ';

std::string joined(std::vector<std::string> const& groups) {
  return fmt::format("{}", fmt::join(groups, std::string_view(&kBetweenGroups, 1)));
}

std::vector<std::string> parted(std::string_view groups) {
  std::vector<std::string> out;
  while (!groups.empty()) {
    auto const end = std::min(groups.find(kBetweenGroups), groups.size());
    out.emplace_back(groups.substr(0, end));
    groups.remove_prefix(std::min(end + 1, groups.size()));
  }
  return out;
}

Result<ledger::CodeSet> codes_of(Shipment const& shipment, std::string_view bytes) {
  ByteReader reader(bytes);
  auto codes = ledger::CodeSet::decode(reader);
  if (!reader.ok())
    return fail(
        Error(ledger::kLedgerDamaged).log("codes of shipment " + std::to_string(shipment.number.value())));
  return codes;
}

/// With its sets where the row has them.
Result<Shipment> read_shipment(sql::Row const& row) {
  Shipment shipment;
  shipment.number = row.as<ledger::DocumentNo>(0);
  shipment.sender = row.as<ledger::ParticipantNo>(1);
  shipment.receiver = row.as<ledger::ParticipantNo>(2);
  shipment.status = row.as<ShipmentStatus>(3);
  shipment.shipped_at = row.as<UnixMs>(4);
  shipment.closed_by = row.as<ledger::DocumentNo>(5);
  shipment.document = row.text(6);
  shipment.groups = parted(row.text(7));
  shipment.accepted = row.int64(8);
  shipment.returned = row.int64(9);
  shipment.named_codes = row.int64(10);
  shipment.content_codes = row.int64(11);
  if (auto const named = row.optional_blob(12)) {
    TAMGA_ASSIGN(codes, codes_of(shipment, *named));
    shipment.named = std::move(codes);
    shipment.named_codes = shipment.named.size();
  }
  if (auto const content = row.optional_blob(13)) {
    TAMGA_ASSIGN(codes, codes_of(shipment, *content));
    shipment.content = std::move(codes);
    shipment.content_codes = shipment.content.size();
  }
  return shipment;
}

std::string encoded(ledger::CodeSet const& codes) {
  std::string bytes;
  codes.encode(bytes);
  return bytes;
}

}  // namespace

Result<std::optional<Shipment>> find_shipment(sql::Connection& connection, ledger::DocumentNo number) {
  TAMGA_ASSIGN(found, connection.find(kShipment, read_shipment, number));
  if (!found) return std::nullopt;
  TAMGA_ASSIGN(shipment, *std::move(found));
  return std::optional(std::move(shipment));
}

Result<std::vector<Shipment>> shipments_of(sql::Connection& connection, ShipmentFilter const& filter,
                                           ledger::DocumentNo before, int limit) {
  std::int64_t const status = filter.status ? static_cast<std::int64_t>(*filter.status) : 0;
  std::vector<Shipment> out;
  TAMGA_ASSIGN(rows,
               connection.query(filter.side == ShipmentSide::Sent ? kSent : kIncoming, filter.participant,
                                before, limit, status, filter.counterpart.value_or(ledger::ParticipantNo()),
                                filter.from.value_or(UnixMs(0)),
                                filter.until.value_or(UnixMs(std::numeric_limits<std::int64_t>::max()))));
  TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
    TAMGA_ASSIGN(shipment, read_shipment(row));
    out.push_back(std::move(shipment));
    return {};
  }));
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
      TAMGA_ASSIGN(closed, connection_->execute(kCloseShipment, number, shipment.status, shipment.closed_by,
                                                shipment.accepted, shipment.returned));
      if (closed != 1) return fail(ledger::kBlockChanged);
      continue;
    }
    std::string const named = encoded(shipment.named);
    std::string const content = encoded(shipment.content);
    std::string const groups = joined(shipment.groups);
    TAMGA_TRY(connection_->execute(
        kInsertShipment, number, shipment.sender, shipment.receiver, shipment.status, shipment.shipped_at,
        shipment.closed_by, shipment.document, groups, shipment.accepted, shipment.returned,
        shipment.named.size(), shipment.content.size(), sql::Blob{named}, sql::Blob{content}));
  }
  return {};
}

}  // namespace tamga::documents
