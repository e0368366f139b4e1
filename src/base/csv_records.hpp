// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace tamga {

/// What a reader of records fails with: the errors of whoever reads.
struct CsvFailures {
  ErrorKind const& quotes;
  ErrorKind const& unreadable;
};

/// Records of a CSV text by RFC 4180, one after the other: fields may be quoted, quoted ones may hold
/// separators, doubled quotes and line ends. Line ends are LF or CRLF; a byte order mark and empty lines are
/// passed over. The separator is what the first record has more of: commas or semicolons.
class CsvRecords {
 public:
  static constexpr std::size_t kMostBytes = 65'536;  ///< of one record

  struct Record {
    std::size_t line = 0;  ///< on which it begins, from 1
    std::vector<std::string> fields;
  };

  CsvRecords(std::istream& text, CsvFailures const& failures);

  /// The next record; nothing at the end. Errors: `quotes` at the line where the record begins, when a quote
  /// is never closed, stands inside an unquoted field, or is followed by text: nothing after it can be read;
  /// `unreadable` when the disk fails.
  Result<std::optional<Record>> next();

 private:
  Result<std::optional<Record>> read_record();
  Result<bool> read_field(Record& record);
  Result<void> read_quoted(std::string& field);
  [[nodiscard]] bool at_end_of_field() const;
  void end_line();
  int peek() const { return text_->rdbuf()->sgetc(); }
  int take();

  std::istream* text_;
  CsvFailures failures_;
  std::size_t line_ = 1;
  std::size_t taken_ = 0;  // bytes of the present record
  char separator_ = ',';
};

}  // namespace tamga
