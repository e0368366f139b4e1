// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "ledger/code_no.hpp"

namespace tamga::documents {

/// A word to a participant whom a change concerns, given after the commit.
struct Notice {
  ledger::ParticipantNo to;
  std::string event;  ///< "shipment.incoming", "code.sold_by_other" ...
  std::string data;   ///< JSON
};

}  // namespace tamga::documents
