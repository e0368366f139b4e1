// SPDX-License-Identifier: Apache-2.0
#include "labels/outline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace tamga::labels {
namespace {

constexpr std::size_t points_of(Outline::Do what) {
  switch (what) {
    case Outline::Do::Curve:
      return 3;
    case Outline::Do::Close:
      return 0;
    case Outline::Do::Move:
    case Outline::Do::Line:
      break;
  }
  return 1;
}

constexpr char operator_of(Outline::Do what) {
  switch (what) {
    case Outline::Do::Move:
      return 'm';
    case Outline::Do::Line:
      return 'l';
    case Outline::Do::Curve:
      return 'c';
    case Outline::Do::Close:
      break;
  }
  return 'h';
}

}  // namespace

void Outline::add(Outline const& other, double x, double y, double scale) {
  steps.reserve(steps.size() + other.steps.size());
  for (Step const& step : other.steps) {
    Step& mine = steps.emplace_back(step);
    for (std::size_t i = 0; i < points_of(step.what); ++i) {
      mine.at[2 * i] = x + step.at[2 * i] * scale;
      mine.at[2 * i + 1] = y + step.at[2 * i + 1] * scale;
    }
  }
}

void Outline::append_pdf(std::string& out) const {
  auto const to = std::back_inserter(out);
  for (Step const& step : steps) {
    for (std::size_t i = 0; i < points_of(step.what); ++i)
      fmt::format_to(to, "{:.2f} {:.2f} ", step.at[2 * i], step.at[2 * i + 1]);
    fmt::format_to(to, "{}\n", operator_of(step.what));
  }
}

void Glyphs::write(Outline& out, std::string_view text, double x, double y, double size) const {
  for (char const letter : text) {
    Glyph const& glyph = of(letter);
    out.add(glyph.outline, x, y, size / kEm);
    x += glyph.advance * size / kEm;
  }
}

}  // namespace tamga::labels
