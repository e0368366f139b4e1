// SPDX-License-Identifier: Apache-2.0
#include "paper/canvas.hpp"

#include "paper/errors.hpp"

#ifdef __SANITIZE_ADDRESS__
// fontconfig keeps a pattern of some hundred bytes once in a process and loses the pointer to it.
extern "C" char const* __lsan_default_suppressions();
extern "C" char const* __lsan_default_suppressions() { return "leak:libfontconfig.so\n"; }
#endif

namespace tamga::paper {
namespace {

constexpr char const* kFamily = "Noto Serif";
constexpr double kGrey = 0.45;
constexpr double kLineSpacing = 1.02;

cairo_status_t append(void* out, unsigned char const* bytes, unsigned int size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<char const*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

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

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

}  // namespace

Result<std::unique_ptr<Canvas>> Canvas::create(std::string const& title, std::string const& date) {
  std::unique_ptr<Canvas> canvas(new Canvas);
  canvas->surface_.reset(cairo_pdf_surface_create_for_stream(append, &canvas->out_, kWidth, kHeight));
  cairo_surface_t* const surface = canvas->surface_.get();
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date.c_str());
  canvas->cairo_.reset(cairo_create(surface));
  canvas->fonts_.reset(pango_cairo_font_map_new());
  if (!has_family(canvas->fonts_.get())) return fail(Error(kFontMissing).with("font", kFamily));
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(canvas->fonts_.get()), 72);
  canvas->context_.reset(pango_font_map_create_context(canvas->fonts_.get()));
  PangoContext* const context = canvas->context_.get();
  pango_context_set_language(context, pango_language_from_string("ru"));
  pango_context_set_round_glyph_positions(context, FALSE);
  std::unique_ptr<cairo_font_options_t, Freed<cairo_font_options_destroy>> const options(
      cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options.get());
  if (cairo_status(canvas->cairo_.get()) != CAIRO_STATUS_SUCCESS)
    return fail(Error(kPaperFailed).log(cairo_status_to_string(cairo_status(canvas->cairo_.get()))));
  return canvas;
}

Block Canvas::lay(std::string_view text, double width, Style const& style) const {
  Block block;
  block.grey = style.grey;
  block.layout.reset(pango_layout_new(context_.get()));
  PangoLayout* const layout = block.layout.get();
  std::unique_ptr<PangoFontDescription, Freed<pango_font_description_free>> const font(
      pango_font_description_new());
  pango_font_description_set_family_static(font.get(), kFamily);
  pango_font_description_set_size(font.get(), static_cast<int>(style.size * PANGO_SCALE));
  pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout, font.get());
  // Ligatures would hide letters from whoever searches the file.
  std::unique_ptr<PangoAttrList, Freed<pango_attr_list_unref>> const attributes(pango_attr_list_new());
  pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("liga=0, clig=0"));
  pango_layout_set_attributes(layout, attributes.get());
  pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_justify(layout, style.justified ? TRUE : FALSE);
  pango_layout_set_alignment(layout, style.alignment);
  pango_layout_set_single_paragraph_mode(layout, TRUE);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  std::unique_ptr<PangoLayoutIter, Freed<pango_layout_iter_free>> const iterator(
      pango_layout_get_iter(layout));
  do {
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(iterator.get(), nullptr, &logical);
    int const baseline = pango_layout_iter_get_baseline(iterator.get());
    block.lines.push_back({.line = pango_layout_iter_get_line_readonly(iterator.get()),
                           .x = points(logical.x),
                           .ascent = points(baseline - logical.y),
                           .height = points(logical.height) * kLineSpacing});
  } while (pango_layout_iter_next_line(iterator.get()) != FALSE);
  return block;
}

void Canvas::draw(Block const& block, std::size_t line, double x, double top) {
  Block::Line const& one = block.lines[line];
  double const ink = block.grey ? kGrey : 0;
  cairo_set_source_rgb(cairo_.get(), ink, ink, ink);
  cairo_move_to(cairo_.get(), x + one.x, top + one.ascent);
  pango_cairo_show_layout_line(cairo_.get(), one.line);
}

void Canvas::rule(double x0, double y0, double x1, double y1) {
  cairo_set_source_rgb(cairo_.get(), kGrey, kGrey, kGrey);
  cairo_set_line_width(cairo_.get(), 0.4);
  cairo_move_to(cairo_.get(), x0, y0);
  cairo_line_to(cairo_.get(), x1, y1);
  cairo_stroke(cairo_.get());
}

void Canvas::next_page() { cairo_show_page(cairo_.get()); }

Result<std::string> Canvas::finish() {
  cairo_surface_finish(surface_.get());
  cairo_status_t const status = cairo_surface_status(surface_.get());
  if (status != CAIRO_STATUS_SUCCESS) return fail(Error(kPaperFailed).log(cairo_status_to_string(status)));
  return std::move(out_);
}

}  // namespace tamga::paper
