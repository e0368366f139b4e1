// SPDX-License-Identifier: Apache-2.0
#include "base/csv_records.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/testing/source_path.hpp"

namespace tamga {
namespace {

constexpr ErrorKind kQuotes{1, "QUOTES", ErrorClass::Malformed, 400};
constexpr ErrorKind kUnreadable{2, "UNREADABLE", ErrorClass::Malformed, 400};
constexpr CsvFailures kFailures{kQuotes, kUnreadable};

using Fields = std::vector<std::string>;

/// All records, as line and fields; the error's name and place at the end if there is one.
std::vector<std::pair<std::size_t, Fields>> read(std::string const& text) {
  std::istringstream in(text);
  CsvRecords records(in, kFailures);
  std::vector<std::pair<std::size_t, Fields>> all;
  for (;;) {
    auto const record = records.next();
    if (!record) {
      all.emplace_back(std::stoul(record.error().where()), Fields{std::string(record.error().name())});
      return all;
    }
    if (!*record) return all;
    all.emplace_back((*record)->line, (*record)->fields);
  }
}

using All = std::vector<std::pair<std::size_t, Fields>>;

TEST(CsvRecords, FieldsQuotesAndLineEnds) {
  EXPECT_EQ(read("a,b,c\r\n1,,3\n"), (All{{1, {"a", "b", "c"}}, {2, {"1", "", "3"}}}));
  EXPECT_EQ(read("a,b\n\"x, \"\"y\"\"\r\nz\",2\n\n\n3,4"),
            (All{{1, {"a", "b"}}, {2, {"x, \"y\"\r\nz", "2"}}, {6, {"3", "4"}}}));
  EXPECT_EQ(read("a,\n\"\","), (All{{1, {"a", ""}}, {2, {"", ""}}}));
  EXPECT_EQ(read(""), All{});
  EXPECT_EQ(read("\n\r\n"), All{});
}

/// Every field quoted, as spreadsheets do when asked to.
std::string written(All const& records) {
  std::string text;
  for (auto const& [line, fields] : records) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      text += i == 0 ? "\"" : ",\"";
      for (char const character : fields[i]) text += character == '"' ? "\"\"" : std::string(1, character);
      text += '"';
    }
    text += "\r\n";
  }
  return text;
}

// Whatever stands in the fields comes back, each record with the line where it began.
RC_GTEST_PROP(CsvRecordsProperty, WhatIsQuotedComesBack, ()) {
  auto const field =
      rc::gen::container<std::string>(rc::gen::element('a', ' ', ',', ';', '"', '\n', '\r', '\xD0'));
  All records{{1, {"one", "two", "three"}}};  // commas win over semicolons by the header
  std::size_t line = 2;
  for (int i = 0; i < 3; ++i) {
    Fields fields = *rc::gen::nonEmpty(rc::gen::container<Fields>(field));
    records.emplace_back(line, fields);
    for (std::string const& text : fields)
      line += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    ++line;
  }
  RC_ASSERT(read(written(records)) == records);
}

// Spreadsheets write a byte order mark, and semicolons where the comma is the decimal sign.
TEST(CsvRecords, SpreadsheetsOfOtherCountries) {
  EXPECT_EQ(read("\xEF\xBB\xBF"
                 "a;b\n1,5;2"),
            (All{{1, {"a", "b"}}, {2, {"1,5", "2"}}}));
}

// After a broken quote nobody knows where rows begin.
TEST(CsvRecords, BrokenQuotesEndTheReading) {
  EXPECT_EQ(read("a\n\"open\nb\n"), (All{{1, {"a"}}, {2, {"QUOTES"}}}));
  EXPECT_EQ(read("a\nb\"c\n"), (All{{1, {"a"}}, {2, {"QUOTES"}}}));
  EXPECT_EQ(read("a\n\"b\"c\n"), (All{{1, {"a"}}, {2, {"QUOTES"}}}));
  EXPECT_EQ(read("a\n\"" + std::string(CsvRecords::kMostBytes, '\n') + "\""),
            (All{{1, {"a"}}, {2, {"QUOTES"}}}));
}

TEST(CsvRecords, WhatIsNoFileCannotBeRead) {
  for (std::filesystem::path const& path :
       {source_path("spec"), std::filesystem::path("/nonexistent/extract.csv")}) {
    std::ifstream in(path, std::ios::binary);
    CsvRecords records(in, kFailures);
    EXPECT_TRUE(records.next().error().is(kUnreadable)) << path;
  }
}

}  // namespace
}  // namespace tamga
