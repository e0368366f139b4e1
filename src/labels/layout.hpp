// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/result.hpp"

namespace tamga::labels {

/// What labels are printed on.
enum class Medium : std::uint8_t {
  Sheet,  ///< pages of several labels, of an office printer
  Roll,   ///< one label after the other, of a label printer
};
inline constexpr std::string_view kMediumNames[] = {"sheet", "roll"};

/// Sizes of a label and its places on a page. Lengths in micrometres, from the upper left corner.
struct Layout {
  std::string id;
  LocalizedText title;
  Medium medium = Medium::Sheet;
  int page_width = 0;
  int page_height = 0;
  int columns = 1;
  int rows = 1;
  int left = 0;  ///< of the first label
  int top = 0;
  int step_x = 0;  ///< from a label to its neighbour
  int step_y = 0;
  int width = 0;  ///< of a label
  int height = 0;
  int padding = 0;  ///< kept free inside the edge
  int module = 0;   ///< side of a module of the symbol
  int quiet = 1;    ///< white modules around the symbol
  int largest = 0;  ///< modules of the largest symbol that has its place
  int text = 0;     ///< height of the letters' line
  int dpi = 0;      ///< of PNG pictures and of a label printer

  [[nodiscard]] int labels_of_page() const { return columns * rows; }
  /// Dots of the printer, or pixels, for a module: a whole number.
  [[nodiscard]] int module_dots() const;
  /// Side of the square in which a symbol of so many modules stands with its quiet zone.
  [[nodiscard]] int square(int modules) const { return (modules + 2 * quiet) * module; }
};

/// Modules of the side of a Data Matrix that certainly holds a code of so many characters (ISO/IEC 16022,
/// table 7): its GTIN takes two digits a codeword, everything else at most a codeword a character.
int largest_side_of(std::size_t code_size);

/// The layouts that can be asked for.
class Layouts {
 public:
  /// Reads spec/labels.toml. Errors: those of the file; LABEL_LAYOUT_OVERFLOW when symbol and quiet zone do
  /// not fit into the label, or labels not onto the page; LABEL_LAYOUT_DOTS when a module is not near a whole
  /// number of dots; LABEL_LAYOUT_SIDE when no symbol has that side.
  static Result<Layouts> read(std::filesystem::path const& file);

  [[nodiscard]] std::span<Layout const> all() const { return layouts_; }
  /// Errors: LABEL_LAYOUT_UNKNOWN.
  [[nodiscard]] Result<Layout const*> find(std::string_view id) const;

 private:
  std::vector<Layout> layouts_;
};

}  // namespace tamga::labels
