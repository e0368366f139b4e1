// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace tamga::catalogue {

/// A spreadsheet (XLSX) with one sheet that is written row by row into a file of its own, in the memory of
/// one row. Every cell is text: a GTIN keeps its zeros. The file is gone with the object. One thread.
class CardWorkbook {
 public:
  static constexpr std::size_t kMostRows = 1'000'000;

  /// In a folder for temporary files. Errors: CARD_TABLE_FAILED.
  static Result<std::unique_ptr<CardWorkbook>> begin();
  ~CardWorkbook();

  /// Errors: CARD_TABLE_TOO_LONG, CARD_TABLE_FAILED.
  Result<void> add(std::vector<std::string> const& cells);
  /// Ends it; then `read` gives it piece by piece. Errors: CARD_TABLE_FAILED.
  Result<void> finish();
  /// False after the last piece.
  Result<bool> read(std::string& piece);

 private:
  struct Book;
  explicit CardWorkbook(std::unique_ptr<Book> book);
  std::unique_ptr<Book> book_;
};

}  // namespace tamga::catalogue
