// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <png.h>

#include <cstring>
#include <iterator>

#include "gs1/data_matrix.hpp"
#include "gs1/errors.hpp"

namespace tamga::gs1 {
namespace {

constexpr unsigned kMaxModulePx = 64;
constexpr unsigned kMaxQuietZone = 32;

Result<void> check(DataMatrixOptions const& options) {
  bool const module_ok = options.module_px >= 1 && options.module_px <= kMaxModulePx;
  bool const zone_ok = options.quiet_zone_modules >= 1 && options.quiet_zone_modules <= kMaxQuietZone;
  if (module_ok && zone_ok) return {};
  return fail(Error(kDataMatrixSize)
                  .with("max_module", std::to_string(kMaxModulePx))
                  .with("max_quiet_zone", std::to_string(kMaxQuietZone)));
}

}  // namespace

Result<std::string> DataMatrix::svg(DataMatrixOptions const& options) const {
  TAMGA_TRY(check(options));
  auto const zone = options.quiet_zone_modules;
  auto const modules = side_ + 2 * std::size_t{zone};
  auto const px = modules * options.module_px;
  std::string out;
  auto const to = std::back_inserter(out);
  fmt::format_to(
      to,
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{0}\" viewBox=\"0 0 {1} {1}\" "
      "shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{1}v{1}H0z\"/><path d=\"",
      px, modules);
  for (std::size_t row = 0; row < side_; ++row) {
    for (std::size_t column = 0; column < side_;) {
      std::size_t run = 0;
      while (column + run < side_ && dark(row, column + run)) ++run;
      if (run > 0) fmt::format_to(to, "M{} {}h{}v1h-{}z", column + zone, row + zone, run, run);
      column += run + 1;
    }
  }
  out += "\"/></svg>";
  return out;
}

Result<std::vector<std::uint8_t>> DataMatrix::bitmap(DataMatrixOptions const& options,
                                                     std::size_t& side_px) const {
  TAMGA_TRY(check(options));
  std::size_t const scale = options.module_px;
  std::size_t const margin = options.quiet_zone_modules * scale;
  side_px = side_ * scale + 2 * margin;
  std::vector<std::uint8_t> pixels(side_px * side_px, 255);
  for (std::size_t row = 0; row < side_ * scale; ++row) {
    for (std::size_t column = 0; column < side_ * scale; ++column) {
      if (dark(row / scale, column / scale)) pixels[(row + margin) * side_px + column + margin] = 0;
    }
  }
  return pixels;
}

Result<std::string> DataMatrix::png(DataMatrixOptions const& options) const {
  std::size_t side_px = 0;
  TAMGA_ASSIGN(pixels, bitmap(options, side_px));
  png_image image;
  std::memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(side_px);
  image.height = static_cast<png_uint_32>(side_px);
  image.format = PNG_FORMAT_GRAY;
  std::string out(PNG_IMAGE_PNG_SIZE_MAX(image), '\0');
  png_alloc_size_t size = out.size();
  if (png_image_write_to_memory(&image, out.data(), &size, 0, pixels.data(), 0, nullptr) == 0) {
    return fail(Error(kDataMatrixRefused).log(image.message));
  }
  out.resize(size);
  return out;
}

}  // namespace tamga::gs1
