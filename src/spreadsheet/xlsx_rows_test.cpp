// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/xlsx_rows.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include <array>

#include "spreadsheet/errors.hpp"
#include "spreadsheet/xlsx.hpp"

namespace tamga::spreadsheet {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string packed(Parts const& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  for (auto const& [name, text] : parts)
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8);
  EXPECT_EQ(zip_close(zip), 0);
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  auto const size = zip_source_tell(target);
  zip_source_seek(target, 0, SEEK_SET);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  EXPECT_EQ(zip_source_read(target, bytes.data(), bytes.size()), size);
  zip_source_free(target);
  zip_error_fini(&error);
  return bytes;
}

Parts book(std::string const& rows, std::string const& properties = "") {
  return {{"xl/workbook.xml", "<workbook xmlns:r=\"r\">" + properties +
                                  "<sheets><sheet name=\"Goods\" r:id=\"rId7\"/></sheets></workbook>"},
          {"xl/_rels/workbook.xml.rels",
           "<Relationships><Relationship Id=\"rId7\" Target=\"worksheets/sheet9.xml\"/></Relationships>"},
          {"xl/sharedStrings.xml",
           "<sst><si><t>gtin</t></si><si><r><t>Mo</t></r><r><t>loko</t></r><rPh><t>x</t></rPh></si></sst>"},
          {"xl/styles.xml",
           "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd.mm.yyyy\"/>"
           "<numFmt numFmtId=\"171\" formatCode=\"0 &quot;dy&quot;\"/></numFmts>"
           "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/>"
           "</cellXfs></styleSheet>"},
          {"xl/worksheets/sheet9.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

std::vector<XlsxRows::Row> read(std::string const& bytes) {
  auto rows = XlsxRows::open(bytes);
  EXPECT_TRUE(rows) << describe(rows.error());
  std::vector<XlsxRows::Row> out;
  while (rows) {
    auto row = rows->next();
    EXPECT_TRUE(row);
    if (!row || !*row) break;
    out.push_back(std::move(**row));
  }
  return out;
}

TEST(XlsxRows, WhatWeWriteIsReadBack) {
  auto table = Xlsx::open("Codes", {{"Code", 40}, {"Number", 10}});
  constexpr std::string_view kCode =
      "0104780000000014215abc<&\"'_x0041_\x1D"
      "93dGVz";
  ASSERT_TRUE(table->row(std::array<Cell, 2>{kCode, std::int64_t{4607001000013}}));
  ASSERT_TRUE(table->pack());
  std::string bytes;
  while (table->next(bytes).value_or(false)) {
  }
  EXPECT_TRUE(XlsxRows::looks_like(bytes));
  auto const rows = read(bytes);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].fields, (std::vector<std::string>{"Code", "Number"}));
  EXPECT_EQ(rows[1].fields, (std::vector<std::string>{std::string(kCode), "4607001000013"}));
}

TEST(XlsxRows, CellsOfOtherPrograms) {
  auto const rows = read(packed(book(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
      "<row r=\"2\"/><row r=\"3\"><c r=\"A3\"/></row>"
      "<row r=\"5\"><c r=\"A5\"><v>4.607001000013E12</v></c><c r=\"B5\" s=\"1\"><v>46083</v></c>"
      "<c r=\"C5\" s=\"2\"><v>46083.75</v></c><c r=\"D5\" s=\"3\"><v>12</v></c><c r=\"E5\"><v>2.5</v></c>"
      "<c r=\"F5\" t=\"b\"><v>1</v></c><c r=\"G5\" t=\"inlineStr\"><is><t>so\xCA\xBCm</t></is></c>"
      "<c r=\"H5\" t=\"str\"><f>A1</f><v>made</v></c></row>")));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].fields, (std::vector<std::string>{"gtin", "", "Moloko"}));
  EXPECT_EQ(rows[1].line, 5U);
  EXPECT_EQ(rows[1].fields, (std::vector<std::string>{"4607001000013", "2026-03-02", "2026-03-02", "12",
                                                      "2.5", "true", "so\xCA\xBCm", "made"}));
}

TEST(XlsxRows, DaysMayBeCountedFrom1904) {
  auto const rows = read(packed(
      book("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44621</v></c></row>", "<workbookPr date1904=\"1\"/>")));
  EXPECT_EQ(rows.at(0).fields, (std::vector<std::string>{"2026-03-02"}));
}

void expect_refused(std::string const& bytes, ErrorKind const& kind) {
  auto rows = XlsxRows::open(bytes);
  if (!rows) {
    EXPECT_TRUE(rows.error().is(kind)) << describe(rows.error());
    return;
  }
  auto const row = rows->next();
  ASSERT_FALSE(row) << "not refused";
  EXPECT_TRUE(row.error().is(kind)) << describe(row.error());
}

TEST(XlsxRows, WhatIsNoTableIsRefused) {
  expect_refused("PK\x03\x04 but nothing more", kXlsxMalformed);
  expect_refused(packed({{"word/document.xml", "<w/>"}}), kXlsxMalformed);
  Parts broken = book("<row r=\"1\">");
  broken.back().second = "<worksheet><sheetData>";
  expect_refused(packed(broken), kXlsxMalformed);
  expect_refused(packed(book("<row r=\"1\"><c r=\"17\"><v>1</v></c></row>")), kXlsxMalformed);
  expect_refused(packed(book("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")), kXlsxTooLarge);
}

// A few kilobytes that unpack to more than the limit.
TEST(XlsxRows, ABombIsNotUnpacked) {
  Parts parts = book("");
  parts.back().second = std::string(XlsxRows::kMostUnpacked + 1, ' ');
  std::string const bytes = packed(parts);
  EXPECT_LT(bytes.size(), std::size_t{1} << 20);
  expect_refused(bytes, kXlsxTooLarge);
}

// Whatever happens to a file on its way, it is read or refused.
TEST(XlsxRows, DamagedFilesAreReadOrRefused) {
  std::string const whole = packed(book("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>"));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x41);
    auto rows = XlsxRows::open(damaged);
    if (!rows) continue;
    while (true) {
      auto const row = rows->next();
      if (!row || !*row) break;
    }
  }
}

}  // namespace
}  // namespace tamga::spreadsheet
