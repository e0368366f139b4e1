// SPDX-License-Identifier: Apache-2.0
#include "labels/face.hpp"

#include <algorithm>

#include "labels/errors.hpp"

namespace tamga::labels {
namespace {

constexpr double kLine = 1.36;      // height of a line of the font, in sizes
constexpr double kAscent = 1.07;    // of it, above the baseline
constexpr double kTextGap = 1'000;  // micrometres beside the quiet zone

}  // namespace

Result<Face> Face::make(Layout const& layout, FaceText const& text, std::size_t code_size) {
  int const side = largest_side_of(code_size);
  if (side > layout.largest)
    return fail(Error(kLabelTooSmall)
                    .at("/layout")
                    .with("layout", layout.id)
                    .with("needed", std::to_string(side))
                    .with("there", std::to_string(layout.largest)));
  TAMGA_ASSIGN(typeface, Typeface::open());
  Face face(layout);
  double const x = layout.padding + layout.square(side) + kTextGap;
  face.text_x_ = points(x);
  face.text_width_ = points(layout.width - layout.padding - x);
  face.glyphs_ = &typeface.glyphs();
  face.set_texts(typeface, text);
  return face;
}

/// From top to bottom: name, GTIN, serial, note; in the middle of the label's height.
void Face::set_texts(Typeface const& typeface, FaceText const& text) {
  double const line = points(layout_->text);
  double const size = line / kLine;
  double const room = points(layout_->height - 2 * layout_->padding);
  int const note_lines = text.note.empty() ? 0 : 1;
  int const name_lines = std::max(1, static_cast<int>(room / line) - 2 - note_lines);
  double name_height = 0;
  Outline const name = typeface.lay(
      text.name, {.width = text_width_, .lines = name_lines, .size = size, .bold = true}, name_height);
  double const all = name_height + line * (2 + note_lines);
  double y = points(layout_->padding) + std::max(0.0, (room - all) / 2);
  fixed_.add(name, text_x_, y);
  y += name_height;
  glyphs_->write(fixed_, text.gtin, text_x_, y + size * kAscent, serial_size(text.gtin));
  y += line;
  serial_baseline_ = y + size * kAscent;
  y += line;
  if (text.note.empty()) return;
  double note_height = 0;
  fixed_.add(typeface.lay(text.note, {.width = text_width_, .lines = 1, .size = size}, note_height), text_x_,
             y);
}

double Face::serial_size(std::string_view serial) const {
  double width = 0;
  for (char const letter : serial) width += glyphs_->of(letter).advance;
  double const size = points(layout_->text) / kLine;
  return width * size > text_width_ * Glyphs::kEm ? text_width_ * Glyphs::kEm / width : size;
}

}  // namespace tamga::labels
