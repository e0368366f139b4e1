// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "documents/case.hpp"

namespace tamga::documents {

/// A number of a document as documents name it: decimal digits; nothing when it is none.
std::optional<ledger::DocumentNo> read_number(std::string_view text);

/// The shipment that a document answers (field `shipment`), in which its sender has the place `side`
/// (&Shipment::sender or &Shipment::receiver). Nothing, with the objection told: unknown, of others, closed.
Result<std::optional<Shipment>> open_shipment(Case& one, std::string const& number,
                                              ledger::ParticipantNo Shipment::*side);

}  // namespace tamga::documents
