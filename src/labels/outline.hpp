// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tamga::labels {

/// Letters as lines and curves. Points (1/72 inch), y downwards. Text drawn so needs no font where it is
/// printed, and is laid out once for all labels.
struct Outline {
  enum class Do : std::uint8_t { Move, Line, Curve, Close };
  struct Step {
    Do what;
    std::array<double, 6> at;  ///< the end is the last pair
  };
  std::vector<Step> steps;

  /// Adds another, moved by (x, y) and made `scale` as large.
  void add(Outline const& other, double x, double y, double scale = 1);
  /// Operators of PDF (ISO 32000-1, 8.5.2), without painting.
  void append_pdf(std::string& out) const;
};

/// A letter of the size 1000.
struct Glyph {
  Outline outline;  ///< from its place on the baseline
  double advance = 0;
};

/// Printable ASCII, by which serials are written.
class Glyphs {
 public:
  static constexpr char kFirst = ' ';
  static constexpr char kLast = '~';
  static constexpr double kEm = 1000;
  [[nodiscard]] Glyph const& of(char letter) const {
    bool const known = letter >= kFirst && letter <= kLast;
    return glyphs_[static_cast<std::size_t>((known ? letter : '?') - kFirst)];
  }
  [[nodiscard]] double widest() const { return widest_; }
  /// The text from the baseline's point (x, y) on.
  void write(Outline& out, std::string_view text, double x, double y, double size) const;

 private:
  friend class Typeface;
  std::array<Glyph, static_cast<std::size_t>(kLast - kFirst) + 1> glyphs_;
  double widest_ = 0;
};

/// What a text is set into.
struct TextBox {
  double width = 0;
  int lines = 1;  ///< what needs more is cut, with dots
  double size = 8;
  bool bold = false;
};

/// The font of labels. Opening one takes some milliseconds; one thread per object.
class Typeface {
 public:
  /// Errors: LABEL_FONT_MISSING when fonts-noto-core is not installed.
  static Result<Typeface> open();
  ~Typeface();
  Typeface(Typeface&&) noexcept;
  Typeface& operator=(Typeface&&) = delete;

  /// The text from its upper left corner on; `height` receives what it takes.
  [[nodiscard]] Outline lay(std::string_view text, TextBox const& box, double& height) const;
  /// Laid out once in a process.
  [[nodiscard]] Glyphs const& glyphs() const;

 private:
  struct State;
  explicit Typeface(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tamga::labels
