// SPDX-License-Identifier: Apache-2.0
#include "labels/symbol.hpp"

#include "gs1/data_matrix.hpp"

namespace tamga::labels {

Result<void> Symbol::encode(std::string_view code) {
  TAMGA_ASSIGN(matrix, gs1::DataMatrix::encode(code));
  std::size_t const side = matrix.side();
  side_ = static_cast<int>(side);
  bars_.clear();
  above_.clear();
  for (std::size_t row = 0; row < side; ++row) {
    here_.clear();
    std::size_t next_above = 0;
    for (std::size_t column = 0; column < side;) {
      std::size_t width = 0;
      while (column + width < side && matrix.dark(row, column + width)) ++width;
      if (width == 0) {
        ++column;
        continue;
      }
      while (next_above < above_.size() && bars_[above_[next_above]].column < column) ++next_above;
      bool const continues = next_above < above_.size() && bars_[above_[next_above]].column == column &&
                             bars_[above_[next_above]].width == width;
      if (continues) {
        ++bars_[above_[next_above]].height;
        here_.push_back(above_[next_above]);
      } else {
        here_.push_back(bars_.size());
        bars_.push_back({static_cast<std::uint8_t>(column), static_cast<std::uint8_t>(row),
                         static_cast<std::uint8_t>(width), 1});
      }
      column += width;
    }
    above_.swap(here_);
  }
  return {};
}

}  // namespace tamga::labels
