// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/time.hpp"
#include "server/order_letters.hpp"

namespace tamga::billing {
struct Rules;
}

namespace tamga::server {

/// Once a local day: the books are added up anew; what does not agree is an incident in the log.
class BooksDay {
 public:
  Result<void> run(sql::Store& store, Date today);

 private:
  std::optional<Date> done_;
};

/// Where charges are owed until they are paid: from the day of the month that the country's terms name, each
/// participant who owes gets one invoice over it, and a letter. Asked again the same month, nothing happens.
Result<void> invoice_debts(OrderPost const& post, billing::Rules const& rules, UnixMs now);

}  // namespace tamga::server
