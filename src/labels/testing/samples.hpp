// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ZXing/ReadBarcode.h>
#include <gtest/gtest.h>
#include <png.h>

#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "country/country.hpp"
#include "gs1/symbols.hpp"
#include "labels/face.hpp"

namespace tamga::labels::testing {

/// Codes as a template prints them, of any characters it may have.
struct Sample {
  std::string code;
  std::string serial;
  [[nodiscard]] Label label() const { return {code, serial}; }
};

inline std::string drawn_from(std::string_view symbols, std::size_t size, std::mt19937& random) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) out.push_back(symbols[random() % symbols.size()]);
  return out;
}

inline Sample sample_of(country::CodeTemplate const& form, std::mt19937& random) {
  constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  Sample out;
  out.serial = drawn_from(gs1::symbols_of(form.serial.alphabet), form.serial.length, random);
  std::size_t const tail = gs1::tail_size(form.layout.tail());
  form.layout.append(out.code, *gs1::Gtin::parse("04780000000014"), out.serial, gs1::Price{12'500},
                     form.layout.has_key_id() ? "EE07" : "", drawn_from(kBase64, tail, random));
  return out;
}

/// A picture in grey.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> grey;
};

inline Pixels pixels_of(std::string const& file) {
  png_image image;
  std::memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  EXPECT_NE(png_image_begin_read_from_memory(&image, file.data(), file.size()), 0);
  image.format = PNG_FORMAT_GRAY;
  Pixels out;
  out.width = static_cast<int>(image.width);
  out.height = static_cast<int>(image.height);
  out.grey.resize(PNG_IMAGE_SIZE(image));
  EXPECT_NE(png_image_finish_read(&image, nullptr, out.grey.data(), 0, nullptr), 0);
  return out;
}

/// What an independent reader finds on the picture, as a scanner would send it.
inline std::vector<std::string> read_all(Pixels const& pixels) {
  ZXing::ImageView const view(pixels.grey.data(), pixels.width, pixels.height, ZXing::ImageFormat::Lum);
  ZXing::DecodeHints hints;
  hints.setFormats(ZXing::BarcodeFormat::DataMatrix).setTryHarder(true);
  std::vector<std::string> out;
  for (auto const& result : ZXing::ReadBarcodes(view, hints))
    if (result.isValid()) out.emplace_back(result.bytes().begin(), result.bytes().end());
  return out;
}

inline Pixels part_of(Pixels const& whole, int left, int top, int width, int height) {
  Pixels out;
  out.width = width;
  out.height = height;
  for (int y = top; y < top + height; ++y)
    for (int x = left; x < left + width; ++x)
      out.grey.push_back(whole.grey[static_cast<std::size_t>(y * whole.width + x)]);
  return out;
}

}  // namespace tamga::labels::testing
