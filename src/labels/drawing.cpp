// SPDX-License-Identifier: Apache-2.0
#include "labels/drawing.hpp"

#include <cairo-svg.h>

#include <cmath>
#include <memory>

#include "labels/errors.hpp"

namespace tamga::labels {
namespace {

struct Freed {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, Freed>;
using Cairo = std::unique_ptr<cairo_t, Freed>;

cairo_status_t append(void* out, unsigned char const* bytes, unsigned int size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<char const*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

Result<void> check(cairo_status_t status) {
  if (status == CAIRO_STATUS_SUCCESS) return {};
  return fail(Error(kDrawingFailed).log(cairo_status_to_string(status)));
}

void fill(cairo_t* cairo, Outline const& outline) {
  for (Outline::Step const& step : outline.steps) {
    auto const& at = step.at;
    switch (step.what) {
      case Outline::Do::Move:
        cairo_move_to(cairo, at[0], at[1]);
        break;
      case Outline::Do::Line:
        cairo_line_to(cairo, at[0], at[1]);
        break;
      case Outline::Do::Curve:
        cairo_curve_to(cairo, at[0], at[1], at[2], at[3], at[4], at[5]);
        break;
      case Outline::Do::Close:
        cairo_close_path(cairo);
        break;
    }
  }
  cairo_fill(cairo);
}

/// Draws labels in points; `dots` of an inch for pictures, where symbols stand on whole dots; 0: none.
class Painter {
 public:
  Painter(cairo_t* cairo, Face const& face, int dots)
      : cairo_(cairo), face_(&face), layout_(&face.layout()), dot_(dots == 0 ? 0 : 72.0 / dots) {}

  Result<void> page(std::span<Label const> labels) {
    if (labels.size() > static_cast<std::size_t>(layout_->labels_of_page()))
      return fail(Error(kPageFull).at("/count").with("labels", std::to_string(layout_->labels_of_page())));
    cairo_set_source_rgb(cairo_, 1, 1, 1);
    cairo_paint(cairo_);
    cairo_set_source_rgb(cairo_, 0, 0, 0);
    int number = 0;
    for (Label const& label : labels) {
      cairo_save(cairo_);
      double const x = snapped(points(layout_->left + (number % layout_->columns) * layout_->step_x));
      double const y = snapped(points(layout_->top + (number / layout_->columns) * layout_->step_y));
      cairo_translate(cairo_, x, y);
      fill(cairo_, face_->fixed());
      TAMGA_TRY(changing(label));
      cairo_restore(cairo_);
      ++number;
    }
    return {};
  }

 private:
  [[nodiscard]] double snapped(double length) const {
    return dot_ == 0 ? length : std::round(length / dot_) * dot_;
  }

  Result<void> changing(Label const& label) {
    Outline serial;
    face_->glyphs().write(serial, label.serial, face_->serial_x(), face_->serial_baseline(),
                          face_->serial_size(label.serial));
    fill(cairo_, serial);
    TAMGA_TRY(symbol_.encode(label.code));
    double const module = dot_ == 0 ? face_->module() : layout_->module_dots() * dot_;
    double const x = snapped(points(layout_->padding) + layout_->quiet * module);
    double const y = snapped((points(layout_->height) - symbol_.side() * module) / 2);
    for (Bar const& bar : symbol_.bars())
      cairo_rectangle(cairo_, x + bar.column * module, y + bar.row * module, bar.width * module,
                      bar.height * module);
    cairo_set_antialias(cairo_, dot_ == 0 ? CAIRO_ANTIALIAS_DEFAULT : CAIRO_ANTIALIAS_NONE);
    cairo_fill(cairo_);
    cairo_set_antialias(cairo_, CAIRO_ANTIALIAS_DEFAULT);
    return {};
  }

  cairo_t* cairo_;
  Face const* face_;
  Layout const* layout_;
  double dot_;
  Symbol symbol_;
};

int dots_of(int micrometres, int dpi) { return static_cast<int>(std::ceil(micrometres * dpi / 25'400.0)); }

}  // namespace

Result<std::string> draw_svg(Face const& face, std::span<Label const> labels) {
  std::string out;
  Surface const surface(cairo_svg_surface_create_for_stream(append, &out, points(face.layout().page_width),
                                                            points(face.layout().page_height)));
  {
    Cairo const cairo(cairo_create(surface.get()));
    TAMGA_TRY(Painter(cairo.get(), face, 0).page(labels));
    TAMGA_TRY(check(cairo_status(cairo.get())));
  }
  cairo_surface_finish(surface.get());
  TAMGA_TRY(check(cairo_surface_status(surface.get())));
  return out;
}

Result<std::string> draw_png(Face const& face, std::span<Label const> labels) {
  Layout const& layout = face.layout();
  Surface const surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, dots_of(layout.page_width, layout.dpi),
                                                   dots_of(layout.page_height, layout.dpi)));
  {
    Cairo const cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), layout.dpi / 72.0, layout.dpi / 72.0);
    TAMGA_TRY(Painter(cairo.get(), face, layout.dpi).page(labels));
    TAMGA_TRY(check(cairo_status(cairo.get())));
  }
  std::string out;
  TAMGA_TRY(check(cairo_surface_write_to_png_stream(surface.get(), append, &out)));
  return out;
}

Result<Bitmap> draw_fixed(Face const& face) {
  Layout const& layout = face.layout();
  Bitmap out;
  out.width = dots_of(layout.width, layout.dpi);
  out.height = dots_of(layout.height, layout.dpi);
  Surface const surface(cairo_image_surface_create(CAIRO_FORMAT_A8, out.width, out.height));
  {
    Cairo const cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), layout.dpi / 72.0, layout.dpi / 72.0);
    fill(cairo.get(), face.fixed());
    TAMGA_TRY(check(cairo_status(cairo.get())));
  }
  cairo_surface_flush(surface.get());
  unsigned char const* const pixels = cairo_image_surface_get_data(surface.get());
  int const stride = cairo_image_surface_get_stride(surface.get());
  out.row_bytes = static_cast<std::size_t>(out.width + 7) / 8;
  out.bits.assign(out.row_bytes * static_cast<std::size_t>(out.height), '\0');
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x)
      if (pixels[y * stride + x] >= 0x80)
        out.bits[static_cast<std::size_t>(y) * out.row_bytes + static_cast<std::size_t>(x) / 8] |=
            static_cast<char>(0x80 >> (x % 8));
  return out;
}

}  // namespace tamga::labels
