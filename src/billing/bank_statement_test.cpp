// SPDX-License-Identifier: Apache-2.0
#include "billing/bank_statement.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>
#include <iconv.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "billing/errors.hpp"

namespace tamga::billing {
namespace {

std::string sample(std::string const& name) {
  std::ifstream file(source_path("src/billing/testing") / name);
  EXPECT_TRUE(file) << name;
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

StatementOrder order(StatementFormat format) { return {format, "40703810900000000001", "RUB"}; }

std::string windows_1251(std::string text) {
  iconv_t const converter = iconv_open("CP1251", "UTF-8");
  std::string out(text.size(), '\0');
  char* source = text.data();
  std::size_t left = text.size();
  char* target = out.data();
  std::size_t room = out.size();
  EXPECT_NE(iconv(converter, &source, &left, &target, &room), static_cast<std::size_t>(-1));
  iconv_close(converter);
  out.resize(out.size() - room);
  return out;
}

void replace(std::string& text, std::string_view what, std::string_view with) {
  auto const at = text.find(what);
  ASSERT_NE(at, std::string::npos) << what;
  text.replace(at, what.size(), with);
}

/// The three samples tell the same: two payments that came in, one that went out.
void expect_sample(Result<BankStatement> const& read) {
  ASSERT_TRUE(read) << describe(read.error());
  EXPECT_EQ(read->outgoing, 1U);
  ASSERT_EQ(read->incoming.size(), 2U);
  BankLine const& first = read->incoming[0];
  EXPECT_EQ(first.paid_on.text(), "2026-03-12");
  EXPECT_EQ(first.amount, 150'000);
  EXPECT_EQ(first.number, "117");
  EXPECT_EQ(first.payer_tax_id, "7704218694");
  EXPECT_EQ(first.payer_account, "40702810400000000017");
  EXPECT_NE(first.purpose.find("TG-26000123-6"), std::string::npos) << first.purpose;
  EXPECT_EQ(read->incoming[1].amount, 99'950);
}

TEST(BankStatement, TheThreeFormatsSayTheSame) {
  expect_sample(read_statement(sample("statement.1c.txt"), order(StatementFormat::ClientBank)));
  expect_sample(read_statement(sample("statement.csv"), order(StatementFormat::Csv)));
  expect_sample(read_statement(sample("statement.camt053.xml"), order(StatementFormat::Camt053)));
}

TEST(BankStatement, ThePaymentIsTheSameInEveryFormat) {
  auto const a = read_statement(sample("statement.1c.txt"), order(StatementFormat::ClientBank)).value();
  auto const b = read_statement(sample("statement.csv"), order(StatementFormat::Csv)).value();
  EXPECT_EQ(a.incoming[0].identity("x"), b.incoming[0].identity("x"));
  EXPECT_NE(a.incoming[0].identity("x"), a.incoming[1].identity("x"));
  EXPECT_NE(a.incoming[0].identity("x"), a.incoming[0].identity("y"));
}

TEST(BankStatement, OldProgramsWriteWindows1251) {
  expect_sample(read_statement(windows_1251(sample("statement.1c.txt")), order(StatementFormat::ClientBank)));
}

// A statement is taken in whole or not at all: what is wrong is named with its line.
TEST(BankStatement, BrokenOnesNameTheLine) {
  auto const wrong = [](StatementFormat format, std::string const& text, ErrorKind const& kind,
                        std::string const& where) {
    auto const read = read_statement(text, order(format));
    ASSERT_FALSE(read);
    EXPECT_TRUE(read.error().is(kind)) << describe(read.error());
    EXPECT_EQ(read.error().where(), where) << describe(read.error());
  };
  std::string text = sample("statement.csv");
  replace(text, "1500.00", "1500.001");
  wrong(StatementFormat::Csv, text, kStatementAmount, "2");
  text = sample("statement.csv");
  replace(text, "2026-03-12", "2026-02-30");
  wrong(StatementFormat::Csv, text, kStatementDate, "2");
  text = sample("statement.csv");
  replace(text, "amount", "sum");
  wrong(StatementFormat::Csv, text, kStatementColumn, "1");
  text = sample("statement.csv");
  replace(text, "999.50", "\"999.50");
  wrong(StatementFormat::Csv, text, kStatementUnreadable, "3");
  wrong(StatementFormat::Csv, "date;amount;number;payer_tax_id;purpose\n", kStatementEmpty, "");
  text = sample("statement.1c.txt");
  text.resize(text.rfind("\n", text.size() - 2) + 1);
  auto const cut = read_statement(text, order(StatementFormat::ClientBank));
  ASSERT_FALSE(cut);
  EXPECT_TRUE(cut.error().is(kStatementUnreadable)) << "the end of the file is missing";
  wrong(StatementFormat::ClientBank, "hello", kStatementUnreadable, "1");
  text = sample("statement.camt053.xml");
  replace(text, "Amt Ccy=\"RUB", "Amt Ccy=\"USD");
  wrong(StatementFormat::Camt053, text, kStatementOtherCurrency, "1");
  wrong(StatementFormat::Camt053, "<Document>", kStatementUnreadable, "0");
}

TEST(BankStatement, OfAnotherAccountIsRefused) {
  auto read = read_statement(sample("statement.1c.txt"),
                             {StatementFormat::ClientBank, "40703810900000000999", "RUB"});
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.error().is(kStatementOtherAccount));
  read = read_statement(sample("statement.camt053.xml"), {StatementFormat::Camt053, "1", "RUB"});
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.error().is(kStatementOtherAccount));
}

// Whatever a file holds, it is read or refused: bytes changed, cut out and doubled at random.
TEST(BankStatement, DamagedOnesAreReadOrRefused) {
  std::mt19937 random(20261126);
  for (auto const& [file, format] : {std::pair{"statement.1c.txt", StatementFormat::ClientBank},
                                     std::pair{"statement.csv", StatementFormat::Csv},
                                     std::pair{"statement.camt053.xml", StatementFormat::Camt053}}) {
    std::string const whole = sample(file);
    int refused = 0;
    for (int round = 0; round < 3000; ++round) {
      std::string text = whole;
      for (unsigned i = 0; i <= random() % 4; ++i) {
        std::size_t const at = random() % text.size();
        switch (random() % 3) {
          case 0:
            text[at] = static_cast<char>(random());
            break;
          case 1:
            text.erase(at, 1 + random() % 40);
            break;
          default:
            text.insert(at, text.substr(random() % text.size(), random() % 40));
        }
        if (text.empty()) text = " ";
      }
      auto const read = read_statement(text, order(format));
      if (!read) {
        ++refused;
        continue;
      }
      for (BankLine const& line : read->incoming) ASSERT_GT(line.amount, 0) << text;
    }
    EXPECT_GT(refused, 100) << file;
  }
}

TEST(BankStatement, SumsAndDays) {
  EXPECT_EQ(read_amount("1500"), 150'000);
  EXPECT_EQ(read_amount("1 500,5"), 150'050);
  EXPECT_EQ(read_amount("1\xC2\xA0"
                        "500.05"),
            150'005);
  EXPECT_EQ(read_amount("0.010"), 1);
  for (char const* text :
       {"", "-5", "1.", ".5", "1.2.3", "1,234.5", "1e5", "abc", "0.001", "12345678901234567890"})
    EXPECT_EQ(read_amount(text), std::nullopt) << text;
  EXPECT_EQ(read_bank_day("12.03.2026")->text(), "2026-03-12");
  EXPECT_EQ(read_bank_day("2026-03-12T10:00:00")->text(), "2026-03-12");
  for (char const* text : {"", "12/03/2026", "31.04.2026", "2026.03.12", "12-03-2026", "1.3.2026"})
    EXPECT_FALSE(read_bank_day(text)) << text;
}

}  // namespace
}  // namespace tamga::billing
