// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace tamga::spreadsheet {

/// A column of a table, and how wide it is shown, in characters.
struct Column {
  std::string title;
  double width = 12;
};

/// A cell. Texts are UTF-8; characters that XML cannot hold (the separator of a code) are written as
/// `_x001D_`, which spreadsheet programs show as that character.
using Cell = std::variant<std::string_view, std::int64_t>;

/// A table as a file of Excel (Office Open XML), written row by row in constant memory: rows go to temporary
/// files, which are packed at the end. What is too long for a sheet goes on on the next. One thread.
class Xlsx {
 public:
  static constexpr std::uint32_t kRowsOfSheet = 1'000'000;  ///< below the 1 048 576 of the program
  static constexpr std::size_t kLongestText = 32'767;       ///< characters of a cell; longer ones are cut

  /// `name`: of the sheets. Errors: XLSX_FAILED.
  static Result<Xlsx> open(std::string const& name, std::vector<Column> columns);
  ~Xlsx();
  Xlsx(Xlsx&&) noexcept;
  Xlsx& operator=(Xlsx&&) = delete;

  Result<void> row(std::span<Cell const> cells);
  /// Packs the file; nothing can be added after it.
  Result<void> pack();
  /// Appends the next piece of the packed file; false when that was the last.
  Result<bool> next(std::string& out);

 private:
  struct State;
  explicit Xlsx(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tamga::spreadsheet
