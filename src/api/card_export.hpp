// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "api/endpoints/card_tables.hpp"
#include "catalogue/card_table.hpp"
#include "http/response.hpp"
#include "spreadsheet/xlsx.hpp"

namespace tamga::api {

/// What a table consists of, whoever writes it: the head, then page after page of cards.
class CardPages {
 public:
  /// What the call is answered from outlives it; of the call, who asks, when and in which language is kept,
  /// and the request is not looked at again.
  CardPages(Call call, ListCards::Input filter, catalogue::CardTable table);
  /// Cells of the next rows; the first are names of columns. Nothing at the end.
  Result<std::vector<std::vector<std::string>>> next();

 private:
  Call call_;
  ListCards::Input filter_;
  catalogue::CardTable table_;
  bool begun_ = false;
  bool done_ = false;
};

/// A body of CSV, or of a spreadsheet that is written to a file first.
std::unique_ptr<http::BodySource> table_body(CardPages pages, TableFormat format);

/// A spreadsheet that begins with these rows; the first names its columns. Errors: XLSX_FAILED.
Result<spreadsheet::Xlsx> open_workbook(std::vector<std::vector<std::string>> const& head);

/// Names of columns, and a row that says what they are, which reading passes over.
std::vector<std::vector<std::string>> head_of(catalogue::CardTable const& table, Language language);

}  // namespace tamga::api
