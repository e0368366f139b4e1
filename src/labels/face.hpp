// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "labels/layout.hpp"
#include "labels/outline.hpp"
#include "labels/symbol.hpp"

namespace tamga::labels {

/// Points for a length in micrometres.
constexpr double points(double micrometres) { return micrometres * 72 / 25'400; }

/// What is the same on every label of a run.
struct FaceText {
  std::string name;  ///< of the goods, in one language
  std::string gtin;
  std::string note;  ///< a price, a date, whatever the printer of labels wants; empty: none
};

/// A label whose symbol and serial are still to come: everything else is laid out, once. The symbol stands on
/// the left, texts beside it. Points, y downwards, from the corner of the label.
class Face {
 public:
  /// For codes of one length. `layout` outlives the face. Errors: LABEL_TOO_SMALL when such a code may need a
  /// larger symbol than the layout has place for; LABEL_FONT_MISSING.
  static Result<Face> make(Layout const& layout, FaceText const& text, std::size_t code_size);

  [[nodiscard]] Layout const& layout() const { return *layout_; }
  [[nodiscard]] Outline const& fixed() const { return fixed_; }
  [[nodiscard]] Glyphs const& glyphs() const { return *glyphs_; }
  [[nodiscard]] double serial_x() const { return text_x_; }
  [[nodiscard]] double serial_baseline() const { return serial_baseline_; }
  /// Small enough for the width it has.
  [[nodiscard]] double serial_size(std::string_view serial) const;
  /// Of a symbol's first module, quiet zone left free; the same across and down from the middle.
  [[nodiscard]] double symbol_x() const {
    return points(layout_->padding + layout_->quiet * layout_->module);
  }
  [[nodiscard]] double symbol_y(int side) const {
    return points((layout_->height - side * layout_->module) / 2.0);
  }
  [[nodiscard]] double module() const { return points(layout_->module); }

 private:
  explicit Face(Layout const& layout) : layout_(&layout) {}
  void set_texts(Typeface const& typeface, FaceText const& text);

  Layout const* layout_;
  Outline fixed_;
  Glyphs const* glyphs_ = nullptr;
  double text_x_ = 0;
  double text_width_ = 0;
  double serial_baseline_ = 0;
};

/// One label: the code as it is printed, and its serial, which is also written in letters.
struct Label {
  std::string_view code;
  std::string_view serial;
};

}  // namespace tamga::labels
