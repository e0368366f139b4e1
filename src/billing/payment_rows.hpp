// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "billing/payments.hpp"

namespace tamga::billing {

/// The row of a payment; nothing when there is none.
Result<std::optional<Payment>> find_payment(sql::Connection& connection, PaymentNo no);
/// Writes the decision about a payment that nobody changed since it was read. Errors: ACCOUNT_CHANGED.
Result<void> write_decision(sql::Connection& connection, Payment& payment);

/// Payments of a statement that are not in the books yet; those that are get no number. In their order.
Result<std::vector<bool>> insert_payments(sql::Connection& connection, std::string_view account,
                                          std::vector<Payment> const& payments);

}  // namespace tamga::billing
