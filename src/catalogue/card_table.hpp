// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "catalogue/card_body.hpp"
#include "catalogue/rules.hpp"

namespace tamga::catalogue {

/// A column of cards as a table: its name in the first row, and for people in the second.
struct TableColumn {
  std::string key;
  LocalizedText name;
};

/// What stands in a table about a card beside the card; tables that are read may hold it and it is passed
/// over.
struct TableStanding {
  std::string state;
  std::string edition;
  std::string version;
};

/// Cards as rows: gtin, group, level, an attribute a column (and one for its unit), what lies inside
/// ("04600000000012*6 | ..."), documents of conformity and pictures. Several values of a cell stand between
/// bars. The same columns are written and read.
class CardTable {
 public:
  /// With the attributes of these groups; without groups those of all.
  CardTable(Rules const& rules, std::vector<std::string> const& groups);

  [[nodiscard]] std::vector<TableColumn> const& columns() const { return columns_; }
  /// In the order of the columns.
  [[nodiscard]] std::vector<std::string> cells(CardBody const& body, TableStanding const& standing) const;

 private:
  void add(Attribute const& attribute);

  std::vector<TableColumn> columns_;
};

/// Columns by which a row is read, as a file has them in its first row.
class TableHead {
 public:
  /// CARD_TABLE_COLUMN_MISSING without the column `gtin`, CARD_TABLE_COLUMN for a column that no card has:
  /// each at "1/<number of the column>".
  TableHead(Rules const& rules, country::Country const& country, std::vector<std::string> names,
            std::vector<Error>& wrong);

  /// The card of a row; what cannot be read goes to `wrong` at "<line>/<column>". `group`: of rows that do
  /// not say it.
  [[nodiscard]] CardBody read(std::size_t line, std::vector<std::string> const& fields,
                              std::string const& group, std::vector<Error>& wrong) const;
  /// Where a JSON pointer of a card stands in a table: "/attributes/3/value" is the column of that attribute.
  [[nodiscard]] static std::string column_of(CardBody const& body, std::string_view pointer);

 private:
  [[nodiscard]] std::string cell(std::vector<std::string> const& fields, std::string_view name) const;

  Rules const* rules_;
  std::vector<std::string> names_;
};

/// One CSV field after the other, quoted where it must be; what a spreadsheet would take for a formula gets
/// an apostrophe, which reading takes away.
void write_csv_row(std::string& out, std::vector<std::string> const& cells);

}  // namespace tamga::catalogue
