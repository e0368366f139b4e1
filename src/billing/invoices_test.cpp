// SPDX-License-Identifier: Apache-2.0
#include "billing/invoices.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "billing/errors.hpp"
#include "billing/invoice_pdf.hpp"
#include "billing/tables.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::billing {
namespace {

Rules rules_of(char const* country) {
  auto read = read_rules(source_path("spec") / country / "billing.toml");
  if (!read) throw std::runtime_error(describe(read.error()));
  return *std::move(read);
}

TEST(InvoiceNumber, IsFoundHoweverItIsWritten) {
  std::string const number = invoice_number("TG", 2026, 123);
  ASSERT_EQ(number, "TG-26000123-6");
  for (char const* purpose :
       {"TG-26000123-6", "oplata po schetu tg-26000123-6 ot 12.03.2026", "TG 26 000123/6", "TG26000123-6",
        "\xD0\x9E\xD0\xBF\xD0\xBB\xD0\xB0\xD1\x82\xD0\xB0 \xE2\x84\x96 TG-26000123-6, "
        "\xD0\x9D\xD0\x94\xD0\xA1 20%",
        "invoice TG-26000123-6 12.03.2026"})
    EXPECT_EQ(invoice_number_in(purpose, "TG"), number) << purpose;
}

TEST(InvoiceNumber, AMistypedOneIsNobodys) {
  for (char const* purpose : {"TG-26000124-6", "TG-26000123-5", "TG-2600123-6", "26000123-6", "", "TG"})
    EXPECT_EQ(invoice_number_in(purpose, "TG"), std::nullopt) << purpose;
  // Every wrong digit is found by the check digit.
  std::string const right = "260001236";
  for (std::size_t i = 0; i < right.size(); ++i)
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string wrong = right;
      wrong[i] = digit;
      if (wrong == right) continue;
      EXPECT_EQ(invoice_number_in("TG" + wrong, "TG"), std::nullopt) << wrong;
    }
}

class InvoicesTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("billing", kMigrations);
  }
  Result<Invoice> issue(std::int64_t amount, ParticipantNo who = ParticipantNo(1)) {
    auto writer = store().writer().value();
    return issue_invoice(*writer, rules_, numbers_,
                         {who, amount, {}, UnixMs(1'772'442'000'000), *Date::of(2026, 3, 2)});
  }
  SystemClock clock_;
  NumberSource numbers_{clock_, 0};
  Rules rules_ = rules_of("ru");
};

TEST_P(InvoicesTest, NumbersHaveNoGaps) {
  EXPECT_EQ(issue(100)->number, invoice_number("TG", 2026, 1));
  EXPECT_FALSE(issue(0));
  EXPECT_FALSE(issue(kMostInvoice + 1));
  Invoice const second = issue(kMostInvoice).value();
  EXPECT_EQ(second.number, invoice_number("TG", 2026, 2));
  auto reader = store().reader().value();
  EXPECT_EQ(find_invoice(*reader, second.number).value()->no, second.no);
  EXPECT_EQ(invoices_of(*reader, ParticipantNo(1), {}, 10)->size(), 2U);
  EXPECT_EQ(invoices_of(*reader, ParticipantNo(2), {}, 10)->size(), 0U);
}

TEST_P(InvoicesTest, StatesFollowMoneyAndDays) {
  Invoice const invoice = issue(100).value();
  auto writer = store().writer().value();
  auto const now = [&] { return find_invoice(*writer, invoice.no).value().value(); };
  Date const today = *Date::of(2026, 3, 2);
  EXPECT_EQ(now().state(today), InvoiceState::Issued);
  EXPECT_EQ(now().due_on.text(), "2026-03-07");
  EXPECT_EQ(now().state(*Date::of(2026, 3, 8)), InvoiceState::Overdue);
  ASSERT_TRUE(note_paid(*writer, now(), 40));
  EXPECT_EQ(now().state(today), InvoiceState::PartlyPaid);
  EXPECT_TRUE(cancel_invoice(*writer, ParticipantNo(1), invoice.no, UnixMs(5)).error().is(kInvoicePaid));
  ASSERT_TRUE(note_paid(*writer, now(), 400));
  EXPECT_EQ(now().paid, 100);
  EXPECT_EQ(now().state(*Date::of(2026, 3, 8)), InvoiceState::Paid);
  EXPECT_TRUE(note_paid(*writer, invoice, 1).error().is(kInvoiceChanged)) << "read before others paid";
}

TEST_P(InvoicesTest, OnlyOnesOwnIsCancelled) {
  Invoice const invoice = issue(100).value();
  auto writer = store().writer().value();
  EXPECT_TRUE(cancel_invoice(*writer, ParticipantNo(2), invoice.no, UnixMs(5)).error().is(kInvoiceUnknown));
  ASSERT_TRUE(cancel_invoice(*writer, ParticipantNo(1), invoice.no, UnixMs(5)));
  EXPECT_TRUE(cancel_invoice(*writer, ParticipantNo(1), invoice.no, UnixMs(5)).error().is(kInvoiceCancelled));
}

TEST_P(InvoicesTest, IsDrawnInEveryLanguage) {
  Invoice invoice = issue(123'456'789).value();
  invoice.order = DocumentNo(42);
  for (Language const language : {Language::Ru, Language::Uz, Language::En}) {
    auto const pdf = draw_invoice(invoice, rules_, {"OOO", "7700000000", "Moskva"}, {"RUB", 2'000}, language);
    ASSERT_TRUE(pdf) << describe(pdf.error());
    EXPECT_TRUE(pdf->starts_with("%PDF-"));
    EXPECT_EQ(*pdf, draw_invoice(invoice, rules_, {"OOO", "7700000000", "Moskva"}, {"RUB", 2'000}, language));
  }
  Payer payer{"OOO", "7700000000", "Moskva"};
  auto const drawn = [&] {
    return draw_invoice(invoice, rules_, payer, {"RUB", 2'000}, Language::Ru).value();
  };
  std::string const without = drawn();
  payer.kpp = "770001001";
  EXPECT_NE(drawn(), without) << "the code of the reason of tax registration is printed";
  EXPECT_EQ(amount_text(123'456'789),
            "1\xC2\xA0"
            "234\xC2\xA0"
            "567,89");
  EXPECT_EQ(amount_text(5), "0,05");
}

INSTANTIATE_TEST_SUITE_P(Engines, InvoicesTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::billing
