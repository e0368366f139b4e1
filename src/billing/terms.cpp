// SPDX-License-Identifier: Apache-2.0
#include "billing/terms.hpp"

#include <array>

#include "country/spec_rows.hpp"

namespace tamga::billing {
namespace {

constexpr std::array<std::string_view, 2> kCoverNames{"reservation", "debt"};
constexpr std::int64_t kMostDays = 3650;

Terms read_terms(country::SpecTable& row) {
  Terms terms;
  terms.cover = row.word<Cover>("cover", kCoverNames);
  terms.release_unused = row.flag_or("release_unused", true);
  terms.refund_unissued = row.flag_or("refund_unissued", true);
  terms.invoice_days = row.integer("invoice_days", 1, kMostDays);
  terms.debt_invoice_day = row.integer_if_given("debt_invoice_day", 1, 28);
  terms.debt_days = row.integer_if_given("debt_days", 1, kMostDays);
  return terms;
}

Payee read_payee(country::SpecTable& table) {
  Payee payee;
  payee.name = table.text("name");
  payee.tax_id = table.text("tax_id");
  payee.address = table.text("address");
  payee.bank = table.text("bank");
  payee.bank_code = table.text("bank_code");
  payee.account = table.text("account");
  payee.head = table.text("head");
  payee.kpp = table.text_or("kpp", "");
  return payee;
}

struct Word {
  std::string_view key;
  LocalizedText InvoiceWords::*text;
};
constexpr std::array kWords{
    Word{"title", &InvoiceWords::title},
    Word{"payee", &InvoiceWords::payee},
    Word{"payer", &InvoiceWords::payer},
    Word{"tax_id", &InvoiceWords::tax_id},
    Word{"address", &InvoiceWords::address},
    Word{"bank", &InvoiceWords::bank},
    Word{"bank_code", &InvoiceWords::bank_code},
    Word{"account", &InvoiceWords::account},
    Word{"purpose_head", &InvoiceWords::purpose_head},
    Word{"amount_head", &InvoiceWords::amount_head},
    Word{"total", &InvoiceWords::total},
    Word{"vat", &InvoiceWords::vat},
    Word{"due", &InvoiceWords::due},
    Word{"order", &InvoiceWords::order},
};

}  // namespace

Terms Rules::terms_on(Date day) const {
  Terms const* found = terms.in_force(day);
  return found ? *found : Terms();
}

Result<Rules> read_rules(std::filesystem::path const& file) {
  TAMGA_ASSIGN(tree, country::read_spec(file));
  country::Problems problems;
  std::string const name = file.string();
  Rules rules;
  {
    country::SpecTable table(tree, name, problems);
    rules.terms = country::read_dated<Terms>(table, "terms", country::Rows::Needed, read_terms);
    table.inside("payee", [&](country::SpecTable& inner) { rules.payee = read_payee(inner); });
    table.inside("invoice", [&](country::SpecTable& inner) {
      rules.invoice_prefix = inner.text("prefix");
      rules.purpose = inner.texts("purpose");
      rules.payment_note = inner.texts("payment_note");
      inner.inside("words", [&](country::SpecTable& words) {
        for (Word const& word : kWords) rules.words.*word.text = words.texts(word.key);
        if (words.has("kpp")) rules.words.kpp = words.texts("kpp");
      });
    });
  }
  if (!problems.empty()) return fail(std::move(problems.front()));
  return rules;
}

}  // namespace tamga::billing
