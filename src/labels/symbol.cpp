// SPDX-License-Identifier: Apache-2.0
#include "labels/symbol.hpp"

#include <array>
#include <bit>

#include "gs1/data_matrix.hpp"
#include "labels/errors.hpp"

namespace tamga::labels {

Result<void> Symbol::encode(std::string_view code) {
  TAMGA_ASSIGN(matrix, gs1::DataMatrix::encode(code));
  std::size_t const side = matrix.side();
  if (side > 64) return fail(Error(kDrawingFailed).log("a symbol of " + std::to_string(side) + " modules"));
  side_ = static_cast<int>(side);
  bars_.clear();
  std::array<std::size_t, 64> bar_at{};  // of the row above, by the column where it begins
  std::uint64_t above = 0;
  for (std::size_t row = 0; row < side; ++row) {
    std::uint64_t const here = matrix.row(row)[0];
    for (std::uint64_t left = here; left != 0;) {
      int const column = std::countr_zero(left);
      int const width = std::countr_one(left >> column);
      std::uint64_t const run = (width == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << width) - 1) << column;
      // A light module on both sides, in the row above too: the same run goes on.
      std::uint64_t const around = run | run << 1 | run >> 1;
      if (row > 0 && (above & around) == run) {
        ++bars_[bar_at[static_cast<std::size_t>(column)]].height;
      } else {
        bar_at[static_cast<std::size_t>(column)] = bars_.size();
        bars_.push_back({static_cast<std::uint8_t>(column), static_cast<std::uint8_t>(row),
                         static_cast<std::uint8_t>(width), 1});
      }
      left &= ~run;
    }
    above = here;
  }
  return {};
}

}  // namespace tamga::labels
