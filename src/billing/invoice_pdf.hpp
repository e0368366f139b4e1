// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/language.hpp"
#include "base/result.hpp"
#include "billing/invoices.hpp"

namespace tamga::billing {

/// Whom an invoice asks to pay.
struct Payer {
  std::string name;
  std::string tax_id;
  std::string address;
  std::string kpp = {};  ///< empty: none is known
};

/// How sums are written, beside the language.
struct InvoiceMoney {
  std::string currency;       ///< ISO 4217, printed behind sums
  std::int32_t vat_rate = 0;  ///< hundredths of a percent, within the sum
};

/// The invoice as PDF on one A4, in one language: what an accountant pays by. The same invoice gives the same
/// bytes. Takes some milliseconds: for a worker. Errors: PAPER_....
Result<std::string> draw_invoice(Invoice const& invoice, Rules const& rules, Payer const& payer,
                                 InvoiceMoney const& money, Language language);

/// "1 234 567,89" with spaces that do not break.
std::string amount_text(std::int64_t minor_units);

}  // namespace tamga::billing
