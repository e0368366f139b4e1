// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "api/call.hpp"
#include "http/response.hpp"
#include "ledger/code_no.hpp"

namespace tamga::api {

/// Codes of an order line that leave the system.
struct Delivery {
  ledger::DocumentNo order;
  int line = 0;
  std::int64_t from = 0;
  std::int64_t count = 0;
  std::int64_t delivered_before = 0;  ///< of the line, from its first code on, as far as is known
  std::string tail_key{};  ///< by which tails are made for it now; empty: none are
};

/// Puts the delivery into the journal, the blocks of the line, the order and the record of signed tails, in the writer's turn, and then
/// sends `response` with the number of the block in X-Packet-Block: no code leaves of which nothing is
/// written down.
void note_delivery(Call const& call, Delivery const& delivery, http::Response response, Later later);

}  // namespace tamga::api
