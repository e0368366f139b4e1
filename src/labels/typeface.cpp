// SPDX-License-Identifier: Apache-2.0
#include <cairo.h>
#include <pango/pangocairo.h>

#include "labels/errors.hpp"
#include "labels/outline.hpp"

#ifdef __SANITIZE_ADDRESS__
// fontconfig keeps a pattern of some hundred bytes once in a process and loses the pointer to it.
extern "C" char const* __lsan_default_suppressions();
extern "C" __attribute__((weak)) char const* __lsan_default_suppressions() {
  return "leak:libfontconfig.so\n";
}
#endif

namespace tamga::labels {
namespace {

constexpr char const* kFamily = "Noto Sans";

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};

/// Another font would take the place of a missing one silently, with letters of two designs in a word.
bool has_family(PangoFontMap* fonts) {
  PangoFontFamily** families = nullptr;
  int count = 0;
  pango_font_map_list_families(fonts, &families, &count);
  bool found = false;
  for (int i = 0; i < count; ++i)
    found = found || std::string_view(pango_font_family_get_name(families[i])) == kFamily;
  g_free(static_cast<gpointer>(families));
  return found;
}

Outline outline_of(cairo_path_t const& path) {
  Outline out;
  for (int i = 0; i < path.num_data; i += path.data[i].header.length) {
    cairo_path_data_t const* const data = &path.data[i];
    auto const at = [&](int n) { return std::pair(data[n].point.x, data[n].point.y); };
    switch (data->header.type) {
      case CAIRO_PATH_MOVE_TO:
        out.steps.push_back({Outline::Do::Move, {at(1).first, at(1).second}});
        break;
      case CAIRO_PATH_LINE_TO:
        out.steps.push_back({Outline::Do::Line, {at(1).first, at(1).second}});
        break;
      case CAIRO_PATH_CURVE_TO:
        out.steps.push_back(
            {Outline::Do::Curve,
             {at(1).first, at(1).second, at(2).first, at(2).second, at(3).first, at(3).second}});
        break;
      case CAIRO_PATH_CLOSE_PATH:
        out.steps.push_back({Outline::Do::Close, {}});
        break;
    }
  }
  return out;
}

}  // namespace

struct Typeface::State {
  std::unique_ptr<PangoFontMap, Freed<g_object_unref>> fonts{pango_cairo_font_map_new()};
  std::unique_ptr<PangoContext, Freed<g_object_unref>> context{};
  std::unique_ptr<cairo_surface_t, Freed<cairo_surface_destroy>> surface{
      cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nullptr)};
  std::unique_ptr<cairo_t, Freed<cairo_destroy>> cairo{cairo_create(surface.get())};

  [[nodiscard]] std::unique_ptr<PangoLayout, Freed<g_object_unref>> layout_of(std::string_view text,
                                                                              double size, bool bold) const {
    std::unique_ptr<PangoLayout, Freed<g_object_unref>> layout(pango_layout_new(context.get()));
    std::unique_ptr<PangoFontDescription, Freed<pango_font_description_free>> const font(
        pango_font_description_new());
    pango_font_description_set_family_static(font.get(), kFamily);
    pango_font_description_set_size(font.get(), static_cast<int>(size * PANGO_SCALE));
    pango_font_description_set_weight(font.get(), bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
  }
  [[nodiscard]] Outline take_path() const {
    std::unique_ptr<cairo_path_t, Freed<cairo_path_destroy>> const path(cairo_copy_path(cairo.get()));
    Outline out = outline_of(*path);
    cairo_new_path(cairo.get());
    return out;
  }
};

Typeface::Typeface(std::unique_ptr<State> state) : state_(std::move(state)) {}
Typeface::~Typeface() = default;
Typeface::Typeface(Typeface&&) noexcept = default;

Result<Typeface> Typeface::open() {
  auto state = std::make_unique<State>();
  if (!has_family(state->fonts.get())) return fail(Error(kLabelFontMissing).with("font", kFamily));
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(state->fonts.get()), 72);
  state->context.reset(pango_font_map_create_context(state->fonts.get()));
  pango_context_set_round_glyph_positions(state->context.get(), FALSE);
  std::unique_ptr<cairo_font_options_t, Freed<cairo_font_options_destroy>> const options(
      cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(state->context.get(), options.get());
  return Typeface(std::move(state));
}

Outline Typeface::lay(std::string_view text, TextBox const& box, double& height) const {
  auto const layout = state_->layout_of(text, box.size, box.bold);
  pango_layout_set_width(layout.get(), static_cast<int>(box.width * PANGO_SCALE));
  pango_layout_set_height(layout.get(), -box.lines);
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  PangoRectangle logical;
  pango_layout_get_extents(layout.get(), nullptr, &logical);
  height = static_cast<double>(logical.height) / PANGO_SCALE;
  cairo_move_to(state_->cairo.get(), 0, 0);
  pango_cairo_layout_path(state_->cairo.get(), layout.get());
  return state_->take_path();
}

Glyphs const& Typeface::glyphs() const {
  static Glyphs const kGlyphs = [this] {
    Glyphs out;
    for (char letter = Glyphs::kFirst; letter <= Glyphs::kLast; ++letter) {
      auto const layout = state_->layout_of(std::string_view(&letter, 1), Glyphs::kEm, false);
      PangoRectangle logical;
      pango_layout_get_extents(layout.get(), nullptr, &logical);
      double const baseline = static_cast<double>(pango_layout_get_baseline(layout.get())) / PANGO_SCALE;
      cairo_move_to(state_->cairo.get(), 0, -baseline);
      pango_cairo_layout_path(state_->cairo.get(), layout.get());
      Glyph& glyph = out.glyphs_[static_cast<std::size_t>(letter - Glyphs::kFirst)];
      glyph.outline = state_->take_path();
      glyph.advance = static_cast<double>(logical.width) / PANGO_SCALE;
      out.widest_ = std::max(out.widest_, glyph.advance);
    }
    return out;
  }();
  return kGlyphs;
}

}  // namespace tamga::labels
