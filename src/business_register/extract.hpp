// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/csv_records.hpp"
#include "base/result.hpp"
#include "business_register/business_entity.hpp"
#include "country/country.hpp"

namespace tamga::business_register {

/// An official extract: CSV in UTF-8 with a header, a business a row (docs/formats/business_register.md).
/// Reads row by row, so that an extract of any size takes the memory of its tax numbers.
class Extract {
 public:
  struct Row {
    std::size_t line = 0;
    Result<BusinessEntity> entity;  ///< or what is wrong with the row, at "file:line"
    bool doubted = false;           ///< one of its numbers was accepted with a doubt
  };

  /// Reads the header; text and rules outlive the extract. `file` is named in errors. Errors: EXTRACT_HEADER
  /// when a column that must be there is not, EXTRACT_COLUMN for one that is unknown or there twice,
  /// EXTRACT_QUOTES, EXTRACT_UNREADABLE.
  static Result<Extract> open(std::istream& text, std::string file, country::IdentifierRules const& rules,
                              Date as_of);

  /// The next row; nothing at the end. An error of the result itself (EXTRACT_QUOTES, EXTRACT_UNREADABLE)
  /// means that the rest cannot be read.
  Result<std::optional<Row>> next();

 private:
  Extract(std::istream& text, std::string file, country::IdentifierRules const& rules, Date as_of);
  Result<void> read_header();
  Result<BusinessEntity> entity_of(CsvRecords::Record const& record, bool& doubted);
  [[nodiscard]] std::string place(std::size_t line) const { return file_ + ":" + std::to_string(line); }

  std::string file_;
  country::IdentifierRules const* rules_;
  Date as_of_;
  CsvRecords records_;
  std::vector<std::size_t> columns_;  // place of each known column in a record; past the end: not there
  std::size_t width_ = 0;
  std::unordered_map<std::string, std::size_t> lines_;  // of each tax number
};

}  // namespace tamga::business_register
