// SPDX-License-Identifier: Apache-2.0
#include "gs1/data_matrix.hpp"

#include <ZXing/ReadBarcode.h>
#include <gtest/gtest.h>
#include <png.h>

#include <cstring>

#include "gs1/errors.hpp"

namespace tamga::gs1 {
namespace {

/// The text that an independent reader sees, as a scanner would send it.
std::string read_back(std::uint8_t const* pixels, int side) {
  ZXing::ImageView const view(pixels, side, side, ZXing::ImageFormat::Lum);
  ZXing::DecodeHints hints;
  hints.setFormats(ZXing::BarcodeFormat::DataMatrix).setTryHarder(true);
  auto const result = ZXing::ReadBarcode(view, hints);
  if (!result.isValid()) return "(unreadable)";
  auto const& bytes = result.bytes();
  return {bytes.begin(), bytes.end()};
}

std::vector<std::uint8_t> pixels_of(std::string const& file, int& side) {
  png_image image;
  std::memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  EXPECT_NE(png_image_begin_read_from_memory(&image, file.data(), file.size()), 0);
  image.format = PNG_FORMAT_GRAY;
  std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(image));
  EXPECT_NE(png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr), 0);
  EXPECT_EQ(image.width, image.height);
  side = static_cast<int>(image.width);
  return pixels;
}

constexpr std::string_view kMac4 =
    "0109521234543213215Ab-9xYz?q!42\x1D"
    "93dGVz";
constexpr std::string_view kSigned =
    "0109521234543213215&<%\"'9(Yz)42\x1D"
    "91EE07\x1D"
    "92gqYbJuRpwarUn5OnX5LQpW+6d0a+MfEN/Jn2tnulZ4c2Y84P3uABy5Lu4HSeGP+HbT7re38S+y6JpC97JvgGOg==";
constexpr std::string_view kPriced =
    "0109521234543213215aB3dE5\x1D"
    "8005031055\x1D"
    "93tEsT";
constexpr std::string_view kWeighed =
    "0109521234543213215Ab9xY\x1D"
    "93dGVz\x1D"
    "3103001250";

// What is printed is what is scanned, separators included.
TEST(DataMatrix, ScannersReadWhatWasPrinted) {
  for (auto const code :
       {kMac4, kSigned, kPriced, kWeighed,
        std::string_view("0109521234543213215Ab9xY\x1D"
                         "93dGVz\x1D"
                         "3350000030"),
        std::string_view("0109521234543213215Ab9xY\x1D"
                         "93dGVz\x1D"
                         "97QUJD+/=="),
        std::string_view("09521234543213ABCD123ACW.dGVz"), std::string_view("00147800000000000011")}) {
    auto const png = data_matrix_png(code);
    ASSERT_TRUE(png) << describe(png.error());
    int side = 0;
    auto const pixels = pixels_of(*png, side);
    EXPECT_EQ(read_back(pixels.data(), side), code);
  }
}

// Readable at the smallest size, and the quiet zone is really white.
TEST(DataMatrix, OptionsChangeSizeAndMargin) {
  auto const matrix = DataMatrix::encode(kMac4);
  ASSERT_TRUE(matrix);
  for (unsigned const px : {2U, 7U}) {
    std::size_t side = 0;
    auto const pixels = matrix->bitmap({.module_px = px, .quiet_zone_modules = 3}, side);
    ASSERT_EQ(side, (matrix->side() + 6) * px);
    EXPECT_EQ(read_back(pixels->data(), static_cast<int>(side)), kMac4);
    for (std::size_t i = 0; i < side * 3 * px; ++i) ASSERT_EQ((*pixels)[i], 255);
  }
  EXPECT_TRUE(matrix->svg({.module_px = 0}).error().is(kDataMatrixSize));
  EXPECT_TRUE(matrix->png({.module_px = 65}).error().is(kDataMatrixSize));
  EXPECT_TRUE(matrix->png({.quiet_zone_modules = 0}).error().is(kDataMatrixSize));
}

// The drawing has a dark unit for every dark module.
TEST(DataMatrix, SvgCoversTheDarkModules) {
  auto const matrix = DataMatrix::encode(kMac4);
  auto const svg = *matrix->svg({.module_px = 5, .quiet_zone_modules = 2});
  EXPECT_TRUE(svg.starts_with("<svg xmlns="));
  EXPECT_TRUE(svg.ends_with("</svg>"));
  std::size_t dark = 0;
  for (std::size_t i = 0; i < matrix->side() * matrix->side(); ++i) {
    dark += matrix->dark(i / matrix->side(), i % matrix->side()) ? 1U : 0U;
  }
  std::size_t drawn = 0;
  for (std::size_t at = svg.find("v1h-"); at != std::string::npos; at = svg.find("v1h-", at + 1)) {
    drawn += std::stoul(svg.substr(at + 4));
  }
  EXPECT_EQ(drawn, dark);
  EXPECT_EQ(*data_matrix_svg(kMac4, {.module_px = 5, .quiet_zone_modules = 2}), svg);
}

// Only a canonical code is printed: a damaged one would be issued twice in two spellings.
TEST(DataMatrix, RefusesWhatIsNoCode) {
  for (auto const* text :
       {"", "hello", "(01)09521234543213(21)5Ab", "0109521234543214215Ab", "4601234567890"}) {
    EXPECT_TRUE(data_matrix_svg(text).error().is(kCodeStructure)) << text;
  }
}

}  // namespace
}  // namespace tamga::gs1
