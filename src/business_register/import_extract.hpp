// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "country/country.hpp"
#include "sql/store.hpp"

namespace tamga::business_register {

enum class ImportMode : std::uint8_t {
  Replace,  ///< the extract is the whole book: what it lacks is forgotten
  Merge,    ///< the extract adds and changes; rows of a later day stay
};

struct ImportOrder {
  std::string file;  ///< as errors and the table of extracts name it
  Date as_of;        ///< the day of which the extract speaks
  ImportMode mode = ImportMode::Replace;
  std::size_t tolerated = 0;  ///< wrong rows; with more of them nothing is stored
};

struct ImportReport {
  static constexpr std::size_t kMostErrors = 100;

  bool stored = false;         ///< false: too many wrong rows, the store is as before
  std::size_t businesses = 0;  ///< right rows
  std::size_t kept_newer = 0;  ///< of them, those that a later day had written already
  std::size_t doubted = 0;     ///< of them, those with a number accepted with a doubt
  std::size_t wrong = 0;
  std::vector<Error> errors{};  ///< of wrong rows, in order, at "file:line", the first hundred
};

/// Reads an extract and stores it in one transaction: all of it or nothing. Wrong rows are left out and
/// reported. Errors: those of Extract::open and Extract::next, EXTRACT_EMPTY when no row is right,
/// EXTRACT_OLDER when the book would be replaced by an older one, those of the store. The writer of a SQLite
/// store is held meanwhile.
Result<ImportReport> import_extract(sql::Store& store, std::istream& text,
                                    country::IdentifierRules const& rules, ImportOrder const& order,
                                    Clock const& clock);

}  // namespace tamga::business_register
