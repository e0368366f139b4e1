// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tamga::labels {

/// Dark modules that are drawn as one: neighbours in a row, and the same neighbours in the rows below.
struct Bar {
  std::uint8_t column;
  std::uint8_t row;
  std::uint8_t width;
  std::uint8_t height;
};

/// A Data Matrix as few rectangles. Reused from code to code; one thread.
class Symbol {
 public:
  /// Encodes a canonical marking code. Errors: CODE_STRUCTURE, DATA_MATRIX_REFUSED; LABEL_DRAWING_FAILED for
  /// more than 64 modules, which no label has place for.
  Result<void> encode(std::string_view code);
  [[nodiscard]] int side() const { return side_; }
  [[nodiscard]] std::vector<Bar> const& bars() const { return bars_; }

 private:
  int side_ = 0;
  std::vector<Bar> bars_;
};

}  // namespace tamga::labels
