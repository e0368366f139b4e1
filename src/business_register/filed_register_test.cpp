// SPDX-License-Identifier: Apache-2.0
#include "business_register/filed_register.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <sstream>

#include "business_register/errors.hpp"
#include "business_register/import_extract.hpp"
#include "business_register/tables.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::business_register {
namespace {

country::IdentifierRules rules() {
  country::IdentifierRules rules;
  rules.tax_id = {"uz.stir"};
  rules.person_id = {"uz.pinfl"};
  return rules;
}

constexpr char const* kHeader =
    "tax_id,name,status,director,director_id,address,city,registered_on,vat_payer\n";

Date day(char const* text) { return *Date::parse(text); }

class FiledRegisterTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("business_register", kMigrations);
  }
  Result<ImportReport> import(std::string const& rows, char const* as_of, ImportMode mode,
                              std::size_t tolerated = 0) {
    std::istringstream in(kHeader + rows);
    return import_extract(store(), in, rules(),
                          {.file = "book.csv", .as_of = day(as_of), .mode = mode, .tolerated = tolerated},
                          clock);
  }
  Result<std::optional<BusinessEntity>> find(std::string_view tax_id) {
    return FiledRegister(store()).find(tax_id);
  }
  std::string name_of(std::string_view tax_id) {
    auto const found = find(tax_id);
    return found && *found ? (*found)->name : "-";
  }
  SystemClock clock;
};

TEST_P(FiledRegisterTest, WhatWasImportedIsFound) {
  auto const report = import(
      "301234500,\"\"\"Bir\"\" MChJ\",active,Rahimova Nilufar,30101900000004,\"Toshkent, "
      "1\",Toshkent,2020-02-29,no\n"
      "301234513,Ikki,liquidated,,,,,,\n",
      "2026-03-01", ImportMode::Replace);
  ASSERT_TRUE(report) << describe(report.error());
  EXPECT_TRUE(report->stored);
  EXPECT_EQ(report->businesses, 2U);
  reopen();
  BusinessEntity const one{.tax_id = "301234500",
                           .as_of = day("2026-03-01"),
                           .name = "\"Bir\" MChJ",
                           .short_name = {},
                           .legal_form = {},
                           .registry_id = {},
                           .status = EntityStatus::Active,
                           .address = Address{.text = "Toshkent, 1",
                                              .postal_code = {},
                                              .region = {},
                                              .city = "Toshkent",
                                              .street = {},
                                              .building = {}},
                           .director = Director{"Rahimova Nilufar", "30101900000004"},
                           .main_activity = {},
                           .registered_on = day("2020-02-29"),
                           .vat_payer = false};
  EXPECT_EQ(find("301234500").value(), one);
  auto const two = find("301234513").value();
  EXPECT_EQ(two->status, EntityStatus::Liquidated);
  EXPECT_FALSE(two->address || two->director || two->vat_payer || two->registered_on);
  EXPECT_EQ(find("301234526").value(), std::nullopt);
}

TEST_P(FiledRegisterTest, TheKppIsKept) {
  country::IdentifierRules russian;
  russian.tax_id = {"ru.inn"};
  russian.kpp = {"ru.kpp"};
  std::istringstream in("tax_id,name,status,kpp\n9901000010,Odin,active,990101001\n7707083893,Dva,active,\n");
  ImportOrder const order{
      .file = "book.csv", .as_of = day("2026-03-01"), .mode = ImportMode::Replace, .tolerated = 0};
  ASSERT_TRUE(import_extract(store(), in, russian, order, clock));
  EXPECT_EQ(find("9901000010").value()->kpp, "990101001");
  EXPECT_EQ(find("7707083893").value()->kpp, std::nullopt);
}

// A list of some businesses does not prove that there are no others.
TEST_P(FiledRegisterTest, OnlyAWholeExtractProvesAbsence) {
  EXPECT_TRUE(find("301234500").error().is(kRegisterUnreachable));
  ASSERT_TRUE(import("301234500,Bir,active,,,,,,\n", "2026-03-01", ImportMode::Merge));
  EXPECT_EQ(name_of("301234500"), "Bir");
  EXPECT_TRUE(find("301234513").error().is(kRegisterUnreachable));
  ASSERT_TRUE(import("301234526,Uch,active,,,,,,\n", "2026-03-02", ImportMode::Replace));
  EXPECT_EQ(find("301234500").value(), std::nullopt);
  EXPECT_EQ(name_of("301234526"), "Uch");
}

TEST_P(FiledRegisterTest, MergingKeepsWhatIsNewer) {
  ASSERT_TRUE(import("301234500,Old,active,,,,,,\n301234513,Other,active,,,,,,\n", "2026-03-02",
                     ImportMode::Replace));
  auto const late =
      import("301234500,Older,active,,,,,,\n301234526,New,active,,,,,,\n", "2026-03-01", ImportMode::Merge);
  EXPECT_EQ(late->kept_newer, 1U);
  EXPECT_EQ(name_of("301234500"), "Old");
  EXPECT_EQ(name_of("301234526"), "New");
  ASSERT_TRUE(import("301234500,Newest,active,,,,,,\n", "2026-03-03", ImportMode::Merge));
  EXPECT_EQ(name_of("301234500"), "Newest");
  EXPECT_EQ(name_of("301234513"), "Other");
  auto const older = import("301234500,X,active,,,,,,\n", "2026-03-02", ImportMode::Replace);
  ASSERT_FALSE(older);
  EXPECT_TRUE(older.error().is(kExtractOlder));
  EXPECT_EQ(name_of("301234513"), "Other");
}

// More wrong rows than tolerated, a broken file, or nothing right in it: the book stays as it was.
TEST_P(FiledRegisterTest, AllOrNothing) {
  ASSERT_TRUE(import("301234500,Old,active,,,,,,\n", "2026-03-01", ImportMode::Replace));
  std::string const rows =
      "301234513,Right,active,,,,,,\n12,Wrong,active,,,,,,\n301234526,Wrong,closed,,,,,,\n";
  auto const refused = import(rows, "2026-03-02", ImportMode::Replace, 1);
  ASSERT_TRUE(refused);
  EXPECT_FALSE(refused->stored);
  EXPECT_EQ(refused->wrong, 2U);
  ASSERT_EQ(refused->errors.size(), 2U);
  EXPECT_EQ(refused->errors[0].where(), "book.csv:3");
  EXPECT_EQ(refused->errors[1].where(), "book.csv:4");
  EXPECT_TRUE(import("301234513,\"open,active,,,,,,\n", "2026-03-02", ImportMode::Replace)
                  .error()
                  .is(kExtractQuotes));
  EXPECT_TRUE(import("", "2026-03-02", ImportMode::Replace).error().is(kExtractEmpty));
  EXPECT_EQ(name_of("301234500"), "Old");
  EXPECT_EQ(name_of("301234513"), "-");
  auto const tolerated = import(rows, "2026-03-02", ImportMode::Replace, 2);
  EXPECT_TRUE(tolerated->stored);
  EXPECT_EQ(name_of("301234500"), "-");
  EXPECT_EQ(name_of("301234513"), "Right");
}

// More rows than go into one round trip, among them a wrong one now and then.
TEST_P(FiledRegisterTest, ThousandsOfRows) {
  std::string rows;
  constexpr int kRows = 5000;
  for (int i = 0; i < kRows; ++i)
    rows += fmt::format("{},Company {},{},,,,,,\n", 300'000'000 + i, i, i % 1000 == 7 ? "gone" : "active");
  auto const report = import(rows, "2026-03-01", ImportMode::Replace, 10);
  ASSERT_TRUE(report) << describe(report.error());
  EXPECT_EQ(report->wrong, 5U);
  EXPECT_EQ(report->businesses, kRows - 5U);
  EXPECT_EQ(report->errors[4].where(), "book.csv:4009");
  for (int const i : {0, 999, 1000, 2006, 4999})
    EXPECT_EQ(name_of(std::to_string(300'000'000 + i)), fmt::format("Company {}", i));
  EXPECT_EQ(name_of("300004007"), "-");
}

INSTANTIATE_TEST_SUITE_P(Engines, FiledRegisterTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::business_register
