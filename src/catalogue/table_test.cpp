// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <sstream>

#include "base/csv_records.hpp"
#include "base/testing/source_path.hpp"
#include "catalogue/card_table.hpp"
#include "catalogue/errors.hpp"
#include "shape/encode.hpp"

namespace tamga::catalogue {
namespace {

class CardTables : public ::testing::Test {
 protected:
  country::Country country_ = country::load_country(source_path("spec/uz")).value();
  Rules rules_ = Rules::load(source_path("spec/uz/catalogue"), country_).value();

  static CardBody full_card() {
    CardBody card{.gtin = "04787001000012", .group = "pharma", .level = "UNIT", .attributes = {}};
    card.attributes.push_back({.id = "name_ru", .value = "=Dori, \"A\"\nB"});
    card.attributes.push_back({.id = "net_amount", .value = "0.5", .unit = "l"});
    card.attributes.push_back({.id = "substances", .values = std::vector<std::string>{"one", "two"}});
    card.nested = {{"04787001000029", 12}};
    card.conformity = {{"medicine_registration", "N 1", "Office", Date::parse("2026-01-01"), {}},
                       {"conformity_declaration", "N 2", "Office", {}, Date::parse("2030-01-01")}};
    card.photos = {std::string(64, 'a'), std::string(64, 'b')};
    return card;
  }
  std::string written(CardBody const& card) const {
    CardTable const table(rules_, {"pharma"});
    std::string csv;
    std::vector<std::string> head;
    for (TableColumn const& column : table.columns()) head.push_back(column.key);
    write_csv_row(csv, head);
    write_csv_row(csv, table.cells(card, {"published", "1", "1"}));
    return csv;
  }
  /// The only row of a table; what is wrong with it.
  CardBody read(std::string const& csv, std::vector<Error>& wrong) const {
    std::istringstream text(csv);
    CsvRecords records(text, {kTableQuotes, kTableFailed});
    TableHead const head(rules_, country_, records.next().value()->fields, wrong);
    auto const record = records.next().value();
    return head.read(record->line, record->fields, "", wrong);
  }
  static std::vector<std::string> names(std::vector<Error> const& wrong) {
    std::vector<std::string> out;
    for (Error const& error : wrong) out.push_back(error.where() + " " + std::string(error.name()));
    return out;
  }
};

// What is exported comes back as the same card.
TEST_F(CardTables, WhatIsWrittenIsRead) {
  std::vector<Error> wrong;
  CardBody const back = read(written(full_card()), wrong);
  EXPECT_EQ(names(wrong), std::vector<std::string>());
  EXPECT_EQ(shape::encode(back), shape::encode(full_card()));
}

// A spreadsheet takes a cell that begins with = for a formula: it gets an apostrophe.
TEST_F(CardTables, FormulasAreDefused) {
  EXPECT_NE(written(full_card()).find("\"'=Dori, \"\"A\"\""), std::string::npos);
}

TEST_F(CardTables, FlawsNameRowAndColumn) {
  std::vector<Error> wrong;
  read("gtin,moon,nested,conformity.kind,conformity.number\r\n1,2,04787001000029*many,x,\r\n", wrong);
  EXPECT_EQ(names(wrong), (std::vector<std::string>{"1/2 CARD_TABLE_COLUMN", "2/nested CARD_TABLE_CELL",
                                                    "2/conformity.number CARD_TABLE_CELL"}));
  wrong.clear();
  read("name_ru\r\nA\r\n", wrong);
  EXPECT_EQ(names(wrong), std::vector<std::string>{"1 CARD_TABLE_COLUMN_MISSING"});
  CardBody const card = full_card();
  EXPECT_EQ(TableHead::column_of(card, "/attributes/1/unit"), "net_amount.unit");
  EXPECT_EQ(TableHead::column_of(card, "/attributes/0/value"), "name_ru");
  EXPECT_EQ(TableHead::column_of(card, "/conformity/0/until"), "conformity.until");
  EXPECT_EQ(TableHead::column_of(card, "/nested/0/gtin"), "nested");
  EXPECT_EQ(TableHead::column_of(card, ""), "");
}

}  // namespace
}  // namespace tamga::catalogue
