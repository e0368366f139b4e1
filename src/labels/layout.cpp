// SPDX-License-Identifier: Apache-2.0
#include "labels/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "country/spec_rows.hpp"
#include "labels/errors.hpp"

namespace tamga::labels {
namespace {

constexpr double kInch = 25'400;  // micrometres
constexpr int kMinTextWidth = 10'000;
constexpr int kMinDots = 2;
constexpr double kDotsOff = 0.1;  // share of a module that rounding to dots may change

/// Side and data codewords of the square symbols (ISO/IEC 16022, table 7).
struct Square {
  int side;
  std::size_t codewords;
};
constexpr std::array<Square, 16> kSquares{{{10, 3},
                                           {12, 5},
                                           {14, 8},
                                           {16, 12},
                                           {18, 18},
                                           {20, 22},
                                           {22, 30},
                                           {24, 36},
                                           {26, 44},
                                           {32, 62},
                                           {36, 86},
                                           {40, 114},
                                           {44, 144},
                                           {48, 174},
                                           {52, 204},
                                           {64, 280}}};

void read_places(country::SpecTable& row, Layout& layout) {
  constexpr int kMost = 2'000'000;
  auto const length = [&](std::string_view key, int least) {
    return static_cast<int>(row.integer(key, least, kMost));
  };
  layout.width = length("width", 5'000);
  layout.height = length("height", 5'000);
  if (layout.medium == Medium::Roll) {
    layout.page_width = layout.step_x = layout.width;
    layout.page_height = layout.step_y = layout.height;
    return;
  }
  layout.page_width = length("page_width", 10'000);
  layout.page_height = length("page_height", 10'000);
  layout.columns = static_cast<int>(row.integer("columns", 1, 50));
  layout.rows = static_cast<int>(row.integer("rows", 1, 100));
  layout.left = length("left", 0);
  layout.top = length("top", 0);
  layout.step_x = length("step_x", 5'000);
  layout.step_y = length("step_y", 5'000);
}

void check(country::SpecTable& row, Layout const& layout) {
  auto const overflow = [&](std::string_view key, int needed, int there) {
    if (needed > there)
      row.wrong(key, Error(kLayoutOverflow)
                         .with("layout", layout.id)
                         .with("needed", std::to_string(needed))
                         .with("there", std::to_string(there)));
  };
  bool const known = std::any_of(kSquares.begin(), kSquares.end(),
                                 [&](Square const& square) { return square.side == layout.largest; });
  if (!known)
    row.wrong("largest",
              Error(kLayoutSide).with("layout", layout.id).with("side", std::to_string(layout.largest)));
  double const dots = layout.module * layout.dpi / kInch;
  if (std::lround(dots) < kMinDots || std::abs(dots - std::round(dots)) > kDotsOff * dots)
    row.wrong("module", Error(kLayoutDots).with("layout", layout.id).with("dpi", std::to_string(layout.dpi)));
  // In dots a module may be a little larger than it is asked to be.
  int const square = std::max(layout.square(layout.largest),
                              static_cast<int>(std::ceil((layout.largest + 2 * layout.quiet) *
                                                         std::round(dots) * kInch / layout.dpi)));
  overflow("height", square + 2 * layout.padding, layout.height);
  overflow("width", square + 2 * layout.padding + kMinTextWidth, layout.width);
  overflow("step_x", layout.width, layout.step_x);
  overflow("step_y", layout.height, layout.step_y);
  overflow("columns", layout.left + (layout.columns - 1) * layout.step_x + layout.width, layout.page_width);
  overflow("rows", layout.top + (layout.rows - 1) * layout.step_y + layout.height, layout.page_height);
}

}  // namespace

int Layout::module_dots() const { return static_cast<int>(std::lround(module * dpi / kInch)); }

int largest_side_of(std::size_t code_size) {
  constexpr std::size_t kGtinPart = 16;  // AI and digits, in pairs
  std::size_t const pairs = std::min(code_size, kGtinPart);
  std::size_t const codewords = 1 + (pairs + 1) / 2 + (code_size - pairs);
  for (Square const& square : kSquares)
    if (square.codewords >= codewords) return square.side;
  return kSquares.back().side + 1;
}

Result<Layouts> Layouts::read(std::filesystem::path const& file) {
  TAMGA_ASSIGN(tree, country::read_spec(file));
  country::Problems problems;
  std::string const name = file.string();
  Layouts out;
  {
    country::SpecTable table(tree, name, problems);
    country::Once once;
    table.each("layouts", [&](country::SpecTable& row) {
      Layout layout;
      layout.id = row.text("id");
      once.check(row, "id", layout.id);
      layout.title = row.texts("names");
      layout.medium = row.word<Medium>("medium", kMediumNames);
      read_places(row, layout);
      layout.padding = static_cast<int>(row.integer("padding", 0, 20'000));
      layout.module = static_cast<int>(row.integer("module", 100, 3'000));
      layout.quiet = static_cast<int>(row.integer("quiet", 1, 10));
      layout.largest = static_cast<int>(row.integer("largest", 10, 64));
      layout.text = static_cast<int>(row.integer("text", 1'000, 20'000));
      layout.dpi = static_cast<int>(row.integer("dpi", 100, 1'200));
      check(row, layout);
      out.layouts_.push_back(std::move(layout));
    });
  }
  if (!problems.empty()) return fail(std::move(problems.front()));
  return out;
}

Result<Layout const*> Layouts::find(std::string_view id) const {
  for (Layout const& layout : layouts_)
    if (layout.id == id) return &layout;
  return fail(Error(kLayoutUnknown).at("/layout").with("layout", std::string(id)));
}

}  // namespace tamga::labels
