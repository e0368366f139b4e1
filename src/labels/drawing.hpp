// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "base/result.hpp"
#include "labels/face.hpp"

namespace tamga::labels {

/// A page of labels, or a label of a roll, as a picture. Errors: LABEL_PAGE_FULL for more labels than a page
/// has, those of the symbol, LABEL_DRAWING_FAILED. Safe from any thread.
Result<std::string> draw_svg(Face const& face, std::span<Label const> labels);
/// At the dots of the layout; a module is a whole number of them.
Result<std::string> draw_png(Face const& face, std::span<Label const> labels);

/// Black and white, a bit a dot, rows of whole bytes, 1 is black.
struct Bitmap {
  int width = 0;
  int height = 0;
  std::size_t row_bytes = 0;
  std::string bits;
};
/// What is the same on all labels, at the dots of the layout.
Result<Bitmap> draw_fixed(Face const& face);

}  // namespace tamga::labels
