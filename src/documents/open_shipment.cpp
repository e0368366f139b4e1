// SPDX-License-Identifier: Apache-2.0
#include "documents/open_shipment.hpp"

#include <charconv>

#include "documents/errors.hpp"

namespace tamga::documents {

std::optional<ledger::DocumentNo> read_number(std::string_view text) {
  std::int64_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number <= 0) return std::nullopt;
  return ledger::DocumentNo(number);
}

Result<std::optional<Shipment>> open_shipment(Case& one, std::string const& number,
                                              ledger::ParticipantNo Shipment::*side) {
  auto const object = [&](ErrorKind const& kind) {
    one.object(Error(kind).at("/shipment").with("shipment", number));
    return std::optional<Shipment>();
  };
  auto const wanted = read_number(number);
  if (!wanted) return object(kShipmentUnknown);
  TAMGA_ASSIGN(shipment, one.desk().shipments.find(*wanted));
  if (!shipment) return object(kShipmentUnknown);
  if (shipment->*side != one.sender()) return object(kShipmentOfOthers);
  one.deals_with(shipment->sender == one.sender() ? shipment->receiver : shipment->sender);
  if (shipment->status != ShipmentStatus::Waiting) return object(kShipmentClosed);
  return std::optional<Shipment>(*shipment);
}

}  // namespace tamga::documents
