// SPDX-License-Identifier: Apache-2.0
#include "symbols.hpp"

#include <ZXing/ReadBarcode.h>

#include "difference.hpp"
#include "gs1/data_matrix.hpp"

namespace tamga::demo {

void print_and_scan(std::string const& code) {
  auto const symbol = require("drawing " + code, gs1::DataMatrix::encode(code));
  std::size_t side = 0;
  auto const pixels = require("drawing " + code, symbol.bitmap({}, side));
  ZXing::ImageView const view(pixels.data(), static_cast<int>(side), static_cast<int>(side),
                              ZXing::ImageFormat::Lum);
  ZXing::DecodeHints hints;
  hints.setFormats(ZXing::BarcodeFormat::DataMatrix).setTryHarder(true);
  auto const seen = ZXing::ReadBarcode(view, hints);
  if (!seen.isValid()) throw Difference("the symbol of " + code + " cannot be read");
  std::string const text(seen.bytes().begin(), seen.bytes().end());
  expect("the symbol of a code", code, text);
}

}  // namespace tamga::demo
