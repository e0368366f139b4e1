// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tamga::paper {

/// Sizes in points, 1/72 inch.
struct Style {
  double size = 10;
  bool bold = false;
  bool justified = false;
  PangoAlignment alignment = PANGO_ALIGN_LEFT;
  bool grey = false;
};

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};

/// A text broken into lines of a width. Keeps its lines alive.
struct Block {
  struct Line {
    PangoLayoutLine* line;
    double x;       ///< from the left edge of the block
    double ascent;  ///< from the top of the line to its baseline
    double height;
  };
  std::unique_ptr<PangoLayout, Freed<g_object_unref>> layout;
  std::vector<Line> lines;
  bool grey = false;
};

/// Pages of A4 in memory: the only place that knows cairo and pango.
class Canvas {
 public:
  static constexpr double kWidth = 595.28;
  static constexpr double kHeight = 841.89;

  /// `date`: creation and change, RFC 3339. Errors: PAPER_FONT_MISSING, PAPER_FAILED.
  static Result<std::unique_ptr<Canvas>> create(std::string const& title, std::string const& date);

  [[nodiscard]] Block lay(std::string_view text, double width, Style const& style) const;
  void draw(Block const& block, std::size_t line, double x, double top);
  void rule(double x0, double y0, double x1, double y1);
  void next_page();
  /// Ends the document; the bytes. Errors: PAPER_FAILED.
  Result<std::string> finish();

 private:
  Canvas() = default;

  std::string out_;  // before the surface: it is written to until the surface is gone
  std::unique_ptr<cairo_surface_t, Freed<cairo_surface_destroy>> surface_;
  std::unique_ptr<cairo_t, Freed<cairo_destroy>> cairo_;
  std::unique_ptr<PangoFontMap, Freed<g_object_unref>> fonts_;
  std::unique_ptr<PangoContext, Freed<g_object_unref>> context_;
};

}  // namespace tamga::paper
