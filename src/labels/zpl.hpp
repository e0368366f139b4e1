// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.hpp"
#include "labels/drawing.hpp"
#include "labels/face.hpp"

namespace tamga::labels {

/// Labels in ZPL II, the language of label printers. What is the same on all labels is sent to the printer's
/// memory once, as a picture, so that it needs no font; a symbol is a picture too, made here and tested here,
/// of whole dots. One thread; `face` outlives it.
class ZplLabels {
 public:
  /// Errors: LABEL_ROLL_NEEDED for a layout of sheets; LABEL_DRAWING_FAILED.
  static Result<ZplLabels> make(Face const& face);

  /// Errors: those of the symbol.
  Result<void> add(Label const& label, std::string& out);
  /// Takes the picture out of the printer's memory.
  void finish(std::string& out) const;

 private:
  ZplLabels(Face const& face, Bitmap fixed) : face_(&face), fixed_(std::move(fixed)) {}
  void begin(std::string& out);

  Face const* face_;
  Bitmap fixed_;
  bool begun_ = false;
  Symbol symbol_;
};

}  // namespace tamga::labels
