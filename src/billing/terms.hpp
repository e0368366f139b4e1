// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/language.hpp"
#include "base/result.hpp"
#include "country/dated.hpp"

namespace tamga::billing {

/// What stands for the fee of codes that are charged after they were made.
enum class Cover : std::uint8_t {
  Reservation,  ///< money set aside when the codes are made
  Debt,         ///< nothing: the charge is owed until it is paid
};

/// How a country settles fees; each row in force from its day on.
struct Terms {
  Cover cover = Cover::Reservation;
  /// Whether money set aside comes back when codes are written off unused; otherwise it is charged then.
  bool release_unused = true;
  /// Whether fees of codes that were never handed out are given back when their order is closed.
  bool refund_unissued = true;
  std::int64_t invoice_days = 10;  ///< to pay an invoice
  /// From which day of a month what is owed is put on an invoice; nothing: only when the participant asks.
  std::optional<std::int64_t> debt_invoice_day = {};
  std::optional<std::int64_t> debt_days = {};  ///< a debt older than this stops new orders; nothing: never
};

/// Who is paid: stands on invoices, and tells whether a line of a bank statement came in or went out.
struct Payee {
  std::string name;
  std::string tax_id;
  std::string address;
  std::string bank;
  std::string bank_code;
  std::string account;
  std::string head;
  std::string kpp = {};  ///< code of the reason of tax registration; empty: none
};

/// What stands on an invoice beside names and sums, in every language.
struct InvoiceWords {
  LocalizedText title, payee, payer, tax_id, address, bank, bank_code, account, purpose_head, amount_head,
      total, vat, due, order;
  LocalizedText kpp = {};  ///< empty: the country has no such number
};

/// spec/<country>/billing.toml.
struct Rules {
  country::Dated<Terms> terms;
  Payee payee;
  std::string invoice_prefix;  ///< letters before the number of an invoice, by which payments name it
  InvoiceWords words;
  LocalizedText purpose;       ///< what an invoice is for
  LocalizedText payment_note;  ///< what to write in the payment

  [[nodiscard]] Terms terms_on(Date day) const;
};

/// Errors: those of the country's data, with file and line.
Result<Rules> read_rules(std::filesystem::path const& file);

}  // namespace tamga::billing
