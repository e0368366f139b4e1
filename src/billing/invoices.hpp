// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/number_source.hpp"
#include "base/result.hpp"
#include "billing/account.hpp"
#include "billing/terms.hpp"
#include "sql/connection.hpp"

namespace tamga::billing {

using InvoiceNo = Id<struct InvoiceNoTag, std::int64_t>;

enum class InvoiceState : std::uint8_t { Issued, PartlyPaid, Paid, Overdue, Cancelled };
inline constexpr std::array<std::string_view, 5> kInvoiceStateNames{"issued", "partly_paid", "paid",
                                                                    "overdue", "cancelled"};

/// What a participant asked to pay: for an order that waits, or to have funds.
struct Invoice {
  InvoiceNo no;
  std::string number;  ///< TG-26000123-4: prefix, year and serial without gaps, check digit
  ParticipantNo participant;
  std::int64_t amount = 0;  ///< minor units
  DocumentNo order{};       ///< for which; none: to have funds
  UnixMs issued_at{};
  Date due_on = Date::from_days(0);
  std::int64_t paid = 0;
  std::optional<UnixMs> cancelled_at{};
  std::string debt_month{};  ///< "2026-03": over what was owed then; empty: for an order or to have funds

  [[nodiscard]] std::int64_t unpaid() const { return amount - paid; }
  [[nodiscard]] InvoiceState state(Date today) const;
};

inline constexpr std::int64_t kMostInvoice = 1'000'000'000'000'000;

struct InvoiceOrder {
  ParticipantNo participant;
  std::int64_t amount = 0;
  DocumentNo order{};
  UnixMs at{};
  Date today = Date::from_days(0);
  std::string debt_month{};
};

/// Makes the next invoice. Within the caller's transaction. Errors: INVOICE_AMOUNT.
Result<Invoice> issue_invoice(sql::Connection& connection, Rules const& rules, NumberSource& numbers,
                              InvoiceOrder const& order);
/// Errors: INVOICE_UNKNOWN (also of another), INVOICE_PAID (money came for it), INVOICE_CANCELLED.
Result<Invoice> cancel_invoice(sql::Connection& connection, ParticipantNo participant, InvoiceNo no,
                               UnixMs at);
/// Notes that money came for the invoice; at most what is unpaid counts. Errors: INVOICE_CHANGED.
Result<void> note_paid(sql::Connection& connection, Invoice const& invoice, std::int64_t amount);

Result<std::optional<Invoice>> find_invoice(sql::Connection& connection, InvoiceNo no);
Result<std::optional<Invoice>> find_invoice(sql::Connection& connection, std::string_view number);
/// Who owes and has no invoice over it of that month, at most so many.
Result<std::vector<ParticipantNo>> debtors_without_invoice(sql::Connection& connection,
                                                           std::string_view month, int limit);
/// What a participant owes is on invoices already: the unpaid part of those.
Result<std::int64_t> invoiced_debt(sql::Connection& connection, ParticipantNo participant);
/// Newest first, numbers below `before` (0: the newest).
Result<std::vector<Invoice>> invoices_of(sql::Connection& connection, ParticipantNo participant,
                                         InvoiceNo before, int limit);

/// The number of an invoice that a payment's purpose names, however it is spaced: "TG 26-000123 4". Nothing
/// when there is none, or when the check digit says that it is not the number meant.
std::optional<std::string> invoice_number_in(std::string_view purpose, std::string_view prefix);
std::string invoice_number(std::string_view prefix, int year, std::int64_t serial);

}  // namespace tamga::billing
