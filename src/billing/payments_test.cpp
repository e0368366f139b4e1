// SPDX-License-Identifier: Apache-2.0
#include "billing/payments.hpp"
#include "base/testing/source_path.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "billing/audit.hpp"
#include "billing/books.hpp"
#include "billing/errors.hpp"
#include "billing/payment_rows.hpp"
#include "billing/tables.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::billing {
namespace {

constexpr ParticipantNo kMaker(1);
constexpr ParticipantNo kOther(2);
constexpr char const* kMakerTaxId = "7704218694";
constexpr char const* kOtherTaxId = "7728168971";

class PaymentsTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("billing", kMigrations);
  }
  Invoice invoice(ParticipantNo who, std::int64_t amount) {
    auto writer = store().writer().value();
    return issue_invoice(*writer, rules_, numbers_, {who, amount, {}, kNow, *Date::of(2026, 3, 2)}).value();
  }
  static std::string line(std::string const& amount, std::string const& number, std::string const& tax_id,
                          std::string const& purpose) {
    return fmt::format("2026-03-12;{};{};{};{}\n", amount, number, tax_id, purpose);
  }
  template <class Work>
  auto transact(Work const& work) {
    auto writer = store().writer().value();
    auto transaction = sql::Transaction::begin(*writer).value();
    AccountDesk desk(*writer, numbers_);
    auto done = work(*writer, desk);
    if (done) {
      auto written = desk.write();
      EXPECT_TRUE(written) << (written ? "" : describe(written.error()));
      EXPECT_TRUE(transaction.commit());
    }
    return done;
  }
  Result<Import> import(std::string const& lines) {
    std::string const text = "date;amount;number;payer_tax_id;purpose\n" + lines;
    return transact([&](sql::Connection& connection, AccountDesk& desk) {
      return import_statement(
          connection, desk, numbers_, rules_, text,
          {StatementFormat::Csv, "account", "RUB", "Accountant", kNow, *Date::of(2026, 3, 12)},
          [](std::string_view tax_id) -> Result<std::optional<ParticipantNo>> {
            if (tax_id == kMakerTaxId) return kMaker;
            if (tax_id == kOtherTaxId) return kOther;
            return std::nullopt;
          });
    });
  }
  Result<Payment> propose_to(PaymentNo payment, std::optional<ParticipantNo> who,
                             std::optional<std::string> invoice = {}, std::string person = "Anna") {
    return transact([&](sql::Connection& connection, AccountDesk&) {
      return propose(connection, {payment, who, std::move(invoice), std::move(person)});
    });
  }
  Result<Payment> decide_on(PaymentNo payment, bool agreed, std::string const& person = "Boris") {
    return transact([&](sql::Connection& connection, AccountDesk& desk) {
      return decide(connection, desk, payment, agreed, person, kNow);
    });
  }
  Balances balances(ParticipantNo who) {
    auto reader = store().reader().value();
    return balances_of(*reader, who).value();
  }
  std::vector<Payment> open() {
    auto reader = store().reader().value();
    return payments(*reader, true, {}, 100).value();
  }
  void TearDown() override {
    {
      auto reader = store().reader().value();
      auto const report = audit(*reader).value();
      EXPECT_EQ(report.debits, report.credits);
      for (std::string const& fault : report.faults) ADD_FAILURE() << fault;
    }
    EachEngine::TearDown();
  }
  static constexpr UnixMs kNow{1'772'442'000'000};
  SystemClock clock_;
  NumberSource numbers_{clock_, 0};
  Rules rules_ = read_rules(source_path("spec/ru/billing.toml")).value();
};

TEST_P(PaymentsTest, APaymentThatNamesItsInvoiceIsCredited) {
  Invoice const one = invoice(kMaker, 150'000);
  auto const done = import(line("1500.00", "1", kMakerTaxId, "schet " + one.number));
  ASSERT_TRUE(done) << describe(done.error());
  EXPECT_EQ(done->fresh, 1);
  EXPECT_EQ(done->matched, 1);
  EXPECT_EQ(done->paid, std::vector{kMaker});
  EXPECT_EQ(balances(kMaker).funds, 150'000);
  auto reader = store().reader().value();
  EXPECT_EQ(find_invoice(*reader, one.no).value()->state(*Date::of(2026, 3, 12)), InvoiceState::Paid);
  EXPECT_TRUE(open().empty());
}

// The same bytes, the same days in another file, the same days with a later one.
TEST_P(PaymentsTest, ImportedTwiceChangesNothing) {
  Invoice const one = invoice(kMaker, 150'000);
  std::string const monday = line("1500.00", "1", kMakerTaxId, one.number);
  std::string const twins = line("7.00", "", kOtherTaxId, "codes") + line("7.00", "", kOtherTaxId, "codes");
  ASSERT_EQ(import(monday + twins)->fresh, 3) << "two that look alike are two";
  auto const again = import(monday + twins);
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(again->fresh, 3) << "what it did then";
  EXPECT_EQ(import(twins + monday)->fresh, 0);
  auto const more = import(monday + twins + line("5.00", "2", kMakerTaxId, one.number));
  EXPECT_EQ(more->fresh, 1);
  EXPECT_EQ(balances(kMaker).funds, 150'500);
  EXPECT_EQ(open().size(), 2U);
}

// Whatever is wrong with its reference, the money is in the books and waits for the operator.
TEST_P(PaymentsTest, NoPaymentIsLost) {
  Invoice const one = invoice(kMaker, 150'000);
  Invoice const cancelled = invoice(kMaker, 100);
  ASSERT_TRUE(transact([&](sql::Connection& connection, AccountDesk&) {
    return cancel_invoice(connection, kMaker, cancelled.no, kNow);
  }));
  auto const done = import(line("1.00", "1", kMakerTaxId, "for codes") +       // no number
                           line("2.00", "2", kOtherTaxId, one.number) +        // of another
                           line("3.00", "3", "", one.number) +                 // nobody
                           line("4.00", "4", kMakerTaxId, "TG-26000777-1") +   // mistyped
                           line("5.00", "5", kMakerTaxId, cancelled.number));  // cancelled
  ASSERT_TRUE(done);
  EXPECT_EQ(done->fresh, 5);
  EXPECT_EQ(done->matched, 0);
  EXPECT_EQ(open().size(), 5U);
  EXPECT_EQ(balances(kMaker), Balances());
}

TEST_P(PaymentsTest, AllocationTakesTwoPersons) {
  Invoice const one = invoice(kMaker, 150'000);
  ASSERT_TRUE(import(line("1500.00", "1", "", "for codes")));
  PaymentNo const payment = open().at(0).no;
  EXPECT_TRUE(decide_on(payment, true).error().is(kPaymentNotProposed));
  EXPECT_TRUE(propose_to(payment, kOther, one.number).error().is(kPaymentInvoiceOfAnother));
  EXPECT_TRUE(propose_to(payment, kMaker, "TG-1").error().is(kInvoiceUnknown));
  ASSERT_TRUE(propose_to(payment, kMaker, one.number));
  EXPECT_TRUE(decide_on(payment, true, "Anna").error().is(kPaymentSamePerson));
  EXPECT_EQ(balances(kMaker).funds, 0);
  ASSERT_TRUE(decide_on(payment, false));
  EXPECT_EQ(open().at(0).state, PaymentState::Unmatched);
  ASSERT_TRUE(propose_to(payment, kMaker, one.number));
  auto const decided = decide_on(payment, true);
  ASSERT_TRUE(decided) << describe(decided.error());
  EXPECT_EQ(decided->state, PaymentState::Allocated);
  EXPECT_EQ(balances(kMaker).funds, 150'000);
  EXPECT_TRUE(decide_on(payment, true).error().is(kPaymentNotProposed)) << "once";
  EXPECT_TRUE(propose_to(payment, kOther).error().is(kPaymentSettled));
  EXPECT_TRUE(propose_to(PaymentNo(5), kOther).error().is(kPaymentUnknown));
  auto reader = store().reader().value();
  EXPECT_EQ(find_invoice(*reader, one.no).value()->unpaid(), 0);
  EXPECT_EQ(payments_of(*reader, kMaker, {}, 10)->size(), 1U);
  EXPECT_EQ(payments_of(*reader, kOther, {}, 10)->size(), 0U);
}

TEST_P(PaymentsTest, WhatIsNobodysGoesBack) {
  ASSERT_TRUE(import(line("1500.00", "1", "", "a mistake")));
  PaymentNo const payment = open().at(0).no;
  ASSERT_TRUE(propose_to(payment, {}));
  EXPECT_EQ(decide_on(payment, true)->state, PaymentState::PaidBack);
  EXPECT_TRUE(open().empty());
}

INSTANTIATE_TEST_SUITE_P(Engines, PaymentsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::billing
