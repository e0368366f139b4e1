// SPDX-License-Identifier: Apache-2.0
#include "business_register/extract.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "business_register/errors.hpp"
#include "identifiers/errors.hpp"

namespace tamga::business_register {
namespace {

Date const kDay = *Date::parse("2026-03-01");

country::IdentifierRules const& rules() {
  static country::IdentifierRules const kRules{.tax_id = {"ru.inn"},
                                               .registry_id = {"ru.ogrn", "ru.ogrnip"},
                                               .person_id = {"ru.snils"},
                                               .bank_code = {},
                                               .account = {},
                                               .goods_class = {},
                                               .kpp = {"ru.kpp"}};
  return kRules;
}

Error header_error(std::string const& header) {
  std::istringstream in(header);
  auto const extract = Extract::open(in, "book.csv", rules(), kDay);
  return extract ? Error(kExtractUnreadable) : extract.error();
}

/// The only row of an extract.
Extract::Row row_of(std::string const& header, std::string const& row) {
  std::istringstream in(header + "\n" + row + "\n");
  auto extract = Extract::open(in, "book.csv", rules(), kDay);
  return **extract->next();
}

std::string argument(Error const& error, std::string_view wanted) {
  for (auto const& [name, value] : error.arguments())
    if (name == wanted) return value;
  return {};
}

constexpr char const* kAll =
    "vat_payer,tax_id,registry_id,name,short_name,legal_form,address,postal_code,region,city,street,building,"
    "status,director,director_id,main_activity,registered_on,kpp";

TEST(Extract, EveryColumn) {
  auto const row =
      row_of(kAll,
             "yes, 9901000010 ,1029900000008,Full name,Short,Form,\"1, Street\",101000,Region,City,"
             "Street,1,suspended,Head,990100000101,10.51,2002-07-01,990101001");
  ASSERT_TRUE(row.entity) << describe(row.entity.error());
  BusinessEntity const wanted{.tax_id = "9901000010",
                              .as_of = kDay,
                              .name = "Full name",
                              .short_name = "Short",
                              .legal_form = "Form",
                              .registry_id = "1029900000008",
                              .status = EntityStatus::Suspended,
                              .address = Address{"1, Street", "101000", "Region", "City", "Street", "1"},
                              .director = Director{"Head", "990100000101"},
                              .main_activity = "10.51",
                              .registered_on = Date::parse("2002-07-01"),
                              .vat_payer = true,
                              .kpp = "990101001"};
  EXPECT_EQ(*row.entity, wanted);
  EXPECT_FALSE(row.doubted);
  EXPECT_EQ(row.line, 2U);
}

// What a book does not say stays unsaid, and parts of an address make the whole.
TEST(Extract, WhatIsNotSaid) {
  auto const bare = row_of("tax_id,name,status", "9901000010,N,active");
  ASSERT_TRUE(bare.entity);
  EXPECT_FALSE(bare.entity->address || bare.entity->director || bare.entity->registry_id ||
               bare.entity->registered_on || bare.entity->vat_payer || bare.entity->main_activity ||
               bare.entity->kpp);
  auto const parts =
      row_of("tax_id,name,status,city,building,postal_code", "9901000010,N,active,City,7,101000");
  EXPECT_EQ(parts.entity->address->text, "101000, City, 7");
}

// A person's number of either kind; doubts are told, not refused.
TEST(Extract, NumbersOfDirectors) {
  constexpr char const* kHeader = "tax_id,name,status,director,director_id";
  EXPECT_EQ(row_of(kHeader, "9901000010,N,active,Head,112-233-445 95").entity->director->person_id,
            "11223344595");
  auto const doubted = row_of(kHeader, "9901000010,N,active,Head,00100199800");
  EXPECT_TRUE(doubted.entity);
  EXPECT_TRUE(doubted.doubted);
  auto const nameless = row_of(kHeader, "9901000010,N,active,,11223344595");
  EXPECT_TRUE(nameless.entity.error().is(kExtractText));
}

// A sole proprietor has no second number of the tax office.
TEST(Extract, WhoHasAKpp) {
  auto const company = row_of("tax_id,name,status,kpp", "9901000010,N,active,9901010011");
  EXPECT_TRUE(company.entity.error().is(identifiers::kLength));
  EXPECT_EQ(argument(company.entity.error(), "column"), "kpp");
  auto const proprietor = row_of("tax_id,name,status,kpp", "990100000101,N,active,990101001");
  EXPECT_TRUE(proprietor.entity.error().is(identifiers::kNotApplicable));
  EXPECT_TRUE(row_of("tax_id,name,status,kpp", "990100000101,N,active,").entity);
}

struct Wrong {
  char const* row;
  ErrorKind const& kind;
  char const* column;
};

// Each mistake is told with file, line and column.
TEST(Extract, WrongRows) {
  constexpr char const* kHeader =
      "tax_id,name,status,registry_id,director,director_id,registered_on,vat_payer";
  Wrong const wrong[] = {
      {"9901000011,N,active,,,,,", identifiers::kCheckDigit, "tax_id"},
      {",N,active,,,,,", identifiers::kEmpty, "tax_id"},
      {"9901000010,N,active,1029900000009,,,,", identifiers::kCheckDigit, "registry_id"},
      {"9901000010,N,active,,Head,12,,", identifiers::kLength, "director_id"},
      {"9901000010,,active,,,,,", kExtractText, "name"},
      {"9901000010,\"a\tb\",active,,,,,", kExtractText, "name"},
      {"9901000010,\xD0,active,,,,,", kExtractText, "name"},
      {"9901000010,N,Active,,,,,", kExtractValue, "status"},
      {"9901000010,N,active,,,,2002-02-30,", kExtractValue, "registered_on"},
      {"9901000010,N,active,,,,,true", kExtractValue, "vat_payer"},
      {"9901000010,N,active", kExtractRowWidth, ""},
      {"9901000010,N,active,,,,,,", kExtractRowWidth, ""},
  };
  for (Wrong const& one : wrong) {
    auto const row = row_of(kHeader, one.row);
    ASSERT_FALSE(row.entity) << one.row;
    Error const& error = row.entity.error();
    EXPECT_TRUE(error.is(one.kind)) << one.row << " " << describe(error);
    EXPECT_EQ(argument(error, "column"), one.column) << one.row;
    EXPECT_EQ(error.where(), "book.csv:2") << one.row;
  }
  EXPECT_EQ(argument(row_of(kHeader, wrong[7].row).entity.error(), "allowed"),
            "active, liquidating, liquidated, suspended");
}

TEST(Extract, ANumberStandsOnce) {
  std::istringstream in("tax_id;name;status\n9901000010;A;active\n\n9901000010 ;B;active\n");
  auto extract = Extract::open(in, "book.csv", rules(), kDay);
  EXPECT_TRUE((*extract->next())->entity);
  auto const second = *extract->next();
  ASSERT_FALSE(second->entity);
  EXPECT_TRUE(second->entity.error().is(kExtractRowTwice));
  EXPECT_EQ(second->entity.error().where(), "book.csv:4");
  EXPECT_EQ(argument(second->entity.error(), "line"), "2");
  EXPECT_FALSE(*extract->next());
}

// A misspelt column would lose what it holds.
TEST(Extract, Headers) {
  EXPECT_TRUE(header_error("tax_id,name").is(kExtractHeader));
  EXPECT_EQ(argument(header_error("tax_id,name"), "column"), "status");
  EXPECT_TRUE(header_error("tax_id,name,status,directr").is(kExtractColumn));
  EXPECT_EQ(argument(header_error("tax_id,name,status,directr"), "number"), "4");
  EXPECT_TRUE(header_error("tax_id,name,status,name").is(kExtractColumn));
  EXPECT_TRUE(header_error("").is(kExtractEmpty));
  EXPECT_TRUE(header_error("\"tax_id").is(kExtractQuotes));
  EXPECT_EQ(header_error("\"tax_id").where(), "book.csv:1");
}

}  // namespace
}  // namespace tamga::business_register
