// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tamga::spreadsheet {

/// The rows of the first sheet of a file of Excel (Office Open XML, ECMA-376), as people fill tables in:
/// texts as they are, whole numbers without a fraction ("4607001000013"), days as "2026-03-02", what a
/// formula last came to. Empty rows are passed over. One thread.
class XlsxRows {
 public:
  static constexpr std::size_t kMostUnpacked = std::size_t{64} << 20;  ///< bytes of all parts that are read
  static constexpr std::size_t kMostColumns = 1000;

  struct Row {
    std::size_t line = 0;  ///< number of the row, from 1
    std::vector<std::string> fields;
  };

  /// Whether these bytes are a packed file at all, and not a table of text.
  static bool looks_like(std::string_view bytes);
  /// Unpacks and reads everything; `bytes` are not needed afterwards. Errors: XLSX_MALFORMED, XLSX_TOO_LARGE.
  static Result<XlsxRows> open(std::string_view bytes);
  ~XlsxRows();
  XlsxRows(XlsxRows&&) noexcept;
  XlsxRows& operator=(XlsxRows&&) = delete;

  /// The next row; nothing after the last. Errors: XLSX_MALFORMED, XLSX_TOO_LARGE.
  Result<std::optional<Row>> next();

 private:
  struct State;
  explicit XlsxRows(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tamga::spreadsheet
