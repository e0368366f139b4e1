// SPDX-License-Identifier: Apache-2.0
#include "labels/zpl.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "labels/errors.hpp"

namespace tamga::labels {
namespace {

constexpr char const* kPicture = "R:TAMGA.GRF";

/// Hexadecimal digits, repetitions counted by letters (ZPL II, "alternative data compression"): G..Y are 1 to
/// 19, g..z 20 to 400 in steps of 20, a comma is zeros and an exclamation mark ones to the end of the row.
void append_row(std::string& out, std::string_view bits) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  for (char const c : bits) {
    digits.push_back(kDigits[static_cast<unsigned char>(c) >> 4]);
    digits.push_back(kDigits[static_cast<unsigned char>(c) & 15]);
  }
  for (std::size_t i = 0; i < digits.size();) {
    std::size_t run = 1;
    while (i + run < digits.size() && digits[i + run] == digits[i]) ++run;
    bool const to_end = i + run == digits.size();
    if (to_end && (digits[i] == '0' || digits[i] == 'F')) {
      out.push_back(digits[i] == '0' ? ',' : '!');
      return;
    }
    std::size_t left = run;
    while (left > 2) {
      std::size_t const now = std::min<std::size_t>(left, 419);
      if (now >= 20) out.push_back(static_cast<char>('g' + now / 20 - 1));
      if (now % 20 > 0) out.push_back(static_cast<char>('G' + now % 20 - 1));
      out.push_back(digits[i]);
      left -= now;
    }
    out.append(left, digits[i]);
    i += run;
  }
}

int dots(double length_in_points, int dpi) {
  return static_cast<int>(std::lround(length_in_points * dpi / 72));
}

}  // namespace

Result<ZplLabels> ZplLabels::make(Face const& face) {
  if (face.layout().medium != Medium::Roll)
    return fail(Error(kRollNeeded).at("/layout").with("layout", face.layout().id));
  TAMGA_ASSIGN(fixed, draw_fixed(face));
  return ZplLabels(face, std::move(fixed));
}

void ZplLabels::begin(std::string& out) {
  fmt::format_to(std::back_inserter(out), "~DG{},{},{},", kPicture, fixed_.bits.size(), fixed_.row_bytes);
  std::string_view before;
  for (std::size_t at = 0; at < fixed_.bits.size(); at += fixed_.row_bytes) {
    std::string_view const row = std::string_view(fixed_.bits).substr(at, fixed_.row_bytes);
    if (at > 0 && row == before)
      out.push_back(':');
    else
      append_row(out, row);
    before = row;
  }
  out.push_back('\n');
  begun_ = true;
}

Result<void> ZplLabels::add(Label const& label, std::string& out) {
  if (!begun_) begin(out);
  TAMGA_TRY(symbol_.encode(label.code));
  Layout const& layout = face_->layout();
  int const module = layout.module_dots();
  int const side = symbol_.side() * module;
  auto const row_bytes = static_cast<std::size_t>(side + 7) / 8;
  int const size = dots(face_->serial_size(label.serial), layout.dpi);
  auto const to = std::back_inserter(out);
  fmt::format_to(to, "^XA^PW{}^LL{}^LH0,0^FO0,0^XG{},1,1^FS^FO{},{}^A0N,{},{}^FD{}^FS", fixed_.width,
                 fixed_.height, kPicture, dots(face_->serial_x(), layout.dpi),
                 dots(face_->serial_baseline(), layout.dpi) - size * 3 / 4, size, size, label.serial);
  fmt::format_to(to, "^FO{},{}^GFA,{},{},{},",
                 dots(points(layout.padding), layout.dpi) + layout.quiet * module, (fixed_.height - side) / 2,
                 row_bytes * static_cast<std::size_t>(side), row_bytes * static_cast<std::size_t>(side),
                 row_bytes);
  std::vector<std::string> rows(static_cast<std::size_t>(symbol_.side()), std::string(row_bytes, '\0'));
  for (Bar const& bar : symbol_.bars())
    for (int row = bar.row; row < bar.row + bar.height; ++row)
      for (int x = bar.column * module; x < (bar.column + bar.width) * module; ++x)
        rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(x) / 8] |=
            static_cast<char>(0x80 >> (x % 8));
  for (std::string const& row : rows) {
    append_row(out, row);
    out.append(static_cast<std::size_t>(module - 1), ':');
  }
  out += "^FS^XZ\n";
  return {};
}

void ZplLabels::finish(std::string& out) const {
  if (begun_) fmt::format_to(std::back_inserter(out), "^XA^ID{}^FS^XZ\n", kPicture);
}

}  // namespace tamga::labels
