// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "catalogue/card_desk.hpp"

namespace tamga::catalogue {

// What the operator does with cards, in a transaction. Each gives the edition, or the card, as it is then.

/// He looks at it: nobody else decides meanwhile. Whoever takes it later has it. Errors: CARD_UNKNOWN,
/// CARD_STATE (it does not wait).
Result<Edition> take(CardDesk& desk, gs1::Gtin gtin, Decision const& moderator);
/// Errors: those of `take`, CARD_TAKEN (another moderator has it).
Result<Edition> publish(CardDesk& desk, gs1::Gtin gtin, Decision const& moderator);
/// With what is to be corrected. Errors: the same, CARD_REMARKS_MISSING.
Result<Edition> give_back(CardDesk& desk, gs1::Gtin gtin, std::vector<Remark> remarks,
                          Decision const& moderator);
/// A published card whose owner may be wrong about it. Errors: CARD_UNKNOWN, CARD_STATE.
Result<Card> block_by_operator(CardDesk& desk, gs1::Gtin gtin, std::string reason, UnixMs now);
Result<Card> unblock_by_operator(CardDesk& desk, gs1::Gtin gtin, UnixMs now);

}  // namespace tamga::catalogue
