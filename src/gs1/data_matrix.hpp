// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tamga::gs1 {

/// How a symbol is drawn. GS1 asks for a quiet zone of at least one module; more survives bad printing.
struct DataMatrixOptions {
  unsigned module_px = 4;           ///< 1-64 pixels (units of the SVG) for one module
  unsigned quiet_zone_modules = 4;  ///< 1-32 modules of white around the symbol
};

/// A square Data Matrix (ECC 200) as a grid of dark and light modules, without its quiet zone.
class DataMatrix {
 public:
  /// Encodes a canonical marking code: GS1 Data Matrix (FNC1 in front) for items and transport units, a plain
  /// one for legacy codes, which have no AIs. Errors: CODE_STRUCTURE when the text is not canonical,
  /// DATA_MATRIX_REFUSED when the encoder finds fault with it, its warnings included: a symbol of doubtful
  /// content is not printed.
  static Result<DataMatrix> encode(std::string_view marking_code);

  [[nodiscard]] std::size_t side() const { return side_; }
  [[nodiscard]] bool dark(std::size_t row, std::size_t column) const {
    return ((rows_[row][column / 64] >> (column % 64)) & 1) != 0;
  }
  /// The modules of a row: bit n of word m is column 64 m + n, set when dark.
  using Row = std::array<std::uint64_t, 3>;
  [[nodiscard]] Row const& row(std::size_t number) const { return rows_[number]; }

  /// One path in one colour, crisp at any size. Error: DATA_MATRIX_SIZE when the options are out of their
  /// limits.
  [[nodiscard]] Result<std::string> svg(DataMatrixOptions const& options = {}) const;
  /// The bytes of a greyscale PNG file.
  [[nodiscard]] Result<std::string> png(DataMatrixOptions const& options = {}) const;
  /// One byte a pixel, 0 or 255, quiet zone included; `side_px` receives the side of the square.
  [[nodiscard]] Result<std::vector<std::uint8_t>> bitmap(DataMatrixOptions const& options,
                                                         std::size_t& side_px) const;

 private:
  std::size_t side_ = 0;
  std::vector<Row> rows_;
};

/// Both steps in one, for a single label. Safe from any thread.
Result<std::string> data_matrix_svg(std::string_view marking_code, DataMatrixOptions const& options = {});
Result<std::string> data_matrix_png(std::string_view marking_code, DataMatrixOptions const& options = {});

}  // namespace tamga::gs1
