// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "server/order_letters.hpp"

namespace tamga::billing {
struct Rules;
}

namespace tamga::server {

/// Where charges are owed until they are paid: from the day of the month that the country's terms name, each
/// participant who owes gets one invoice over it, and a letter. Asked again the same month, nothing happens.
Result<void> invoice_debts(OrderPost const& post, billing::Rules const& rules, UnixMs now);

}  // namespace tamga::server
