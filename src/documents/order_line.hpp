// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "documents/kinds/order_codes.hpp"

namespace tamga::documents {

/// Judges one line of an order of `owner`: product, level, template, price, serials. Objects to all that is wrong;
/// what it gives is whole only when it objected to nothing. `group` is null when the order's is unknown.
Result<OrderCodes::PlannedLine> judge_line(Case& one, ledger::ParticipantNo owner,
                                           OrderCodes::Line const& line, std::string const& pointer,
                                           country::ProductGroup const* group);

/// "146.30": whole units, a dot and one or two digits of hundredths, or none.
std::optional<gs1::Price> read_price(std::string_view text);

}  // namespace tamga::documents
