// SPDX-License-Identifier: Apache-2.0
#include "labels/pdf.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <iterator>

#include "labels/errors.hpp"

namespace tamga::labels {
namespace {

// Numbers of objects.
constexpr std::uint32_t kCatalog = 1;
constexpr std::uint32_t kPages = 2;
constexpr std::uint32_t kResources = 3;
constexpr std::uint32_t kFixed = 4;
constexpr std::uint32_t kFont = 5;
constexpr std::uint32_t kFirstGlyph = 6;
constexpr std::uint32_t kGlyphs = Glyphs::kLast - Glyphs::kFirst + 1;
constexpr std::uint32_t kFirstPage = kFirstGlyph + kGlyphs;

constexpr int kPacking = 2;  // level of zlib: faster than 1 on these pages, and smaller

/// Columns, rows and sizes of bars: 0 to 255.
char* put_small(char* at, unsigned value) {
  if (value >= 100) *at++ = static_cast<char>('0' + value / 100);
  if (value >= 10) *at++ = static_cast<char>('0' + value / 10 % 10);
  *at++ = static_cast<char>('0' + value % 10);
  *at++ = ' ';
  return at;
}

/// All bars as one path, without fmt: a page has thousands.
void append_bars(std::string& out, std::vector<Bar> const& bars) {
  constexpr std::size_t kLongest = 4 * 4 + 3;
  std::size_t const before = out.size();
  out.resize(before + bars.size() * kLongest);
  char* at = out.data() + before;
  for (Bar const& bar : bars) {
    at = put_small(at, bar.column);
    at = put_small(at, bar.row);
    at = put_small(at, bar.width);
    at = put_small(at, bar.height);
    *at++ = 'r';
    *at++ = 'e';
    *at++ = '\n';
  }
  out.resize(static_cast<std::size_t>(at - out.data()));
}

void append_string(std::string& out, std::string_view text) {
  out.push_back('(');
  for (char const c : text) {
    if (c == '(' || c == ')' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  out.push_back(')');
}

}  // namespace

/// One deflate state for all pages: making one costs more than packing a page.
struct PdfLabels::Packer {
  z_stream stream{};
  bool ready = false;
  std::string packed{};

  Packer() { ready = deflateInit(&stream, kPacking) == Z_OK; }
  ~Packer() { deflateEnd(&stream); }
  Packer(Packer const&) = delete;
  Packer& operator=(Packer const&) = delete;

  Result<void> pack(std::string_view content) {
    if (!ready || deflateReset(&stream) != Z_OK) return fail(Error(kDrawingFailed).log("deflate"));
    packed.resize(deflateBound(&stream, content.size()));
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END) return fail(Error(kDrawingFailed).log("deflate"));
    packed.resize(packed.size() - stream.avail_out);
    return {};
  }
};

PdfLabels::PdfLabels(Face const& face) : face_(&face), packer_(std::make_unique<Packer>()) {
  Layout const& layout = face.layout();
  for (int place = 0; place < layout.labels_of_page(); ++place)
    places_.push_back(
        fmt::format("q 1 0 0 -1 {:.3f} {:.3f} cm /D Do BT /F ",
                    points(layout.left + (place % layout.columns) * layout.step_x),
                    points(layout.page_height - layout.top - (place / layout.columns) * layout.step_y)));
  serial_place_ = fmt::format(" Tf 1 0 0 -1 {:.2f} {:.2f} Tm ", face.serial_x(), face.serial_baseline());
}

void PdfLabels::set_side(int side) {
  side_ = side;
  symbol_place_ = fmt::format("{0:.4f} 0 0 {0:.4f} {1:.3f} {2:.3f} cm\n", face_->module(), face_->symbol_x(),
                              face_->symbol_y(side));
}
PdfLabels::~PdfLabels() = default;

void PdfLabels::begin_object(std::uint32_t number, std::string& out) {
  if (offsets_.size() <= number) offsets_.resize(number + 1);
  offsets_[number] = written_ + out.size() - base_;
  fmt::format_to(std::back_inserter(out), "{} 0 obj\n", number);
}

void PdfLabels::put_stream(std::uint32_t number, std::string_view dictionary, std::string_view content,
                           std::string& out) {
  begin_object(number, out);
  fmt::format_to(std::back_inserter(out), "<<{}/Length {}>>\nstream\n", dictionary, content.size());
  out += content;
  out += "\nendstream\nendobj\n";
}

/// Letters of serials, as text that can be searched and copied.
void PdfLabels::put_font(std::string& out) {
  Glyphs const& glyphs = face_->glyphs();
  std::string names;
  std::string procedures;
  std::string widths;
  for (std::uint32_t i = 0; i < kGlyphs; ++i) {
    auto const letter = static_cast<char>(Glyphs::kFirst + static_cast<int>(i));
    Glyph const& glyph = glyphs.of(letter);
    fmt::format_to(std::back_inserter(names), "/uni{:04X}", static_cast<int>(letter));
    fmt::format_to(std::back_inserter(procedures), "/uni{:04X} {} 0 R", static_cast<int>(letter),
                   kFirstGlyph + i);
    fmt::format_to(std::back_inserter(widths), "{:.0f} ", glyph.advance);
    Outline upright;
    upright.add(glyph.outline, 0, 0);
    for (Outline::Step& step : upright.steps)
      for (std::size_t y = 1; y < step.at.size(); y += 2) step.at[y] = -step.at[y];
    std::string content = fmt::format("{:.0f} 0 -100 -300 1300 1100 d1\n", glyph.advance);
    upright.append_pdf(content);
    content += "f";
    put_stream(kFirstGlyph + i, "", content, out);
  }
  begin_object(kFont, out);
  fmt::format_to(std::back_inserter(out),
                 "<</Type/Font/Subtype/Type3/FontBBox[-100 -300 1300 1100]/FontMatrix[0.001 0 0 0.001 0 0]"
                 "/FirstChar {}/LastChar {}/Widths[{}]/Encoding<</Type/Encoding/Differences[{}{}]>>"
                 "/CharProcs<<{}>>/Resources<<>>>>\nendobj\n",
                 static_cast<int>(Glyphs::kFirst), static_cast<int>(Glyphs::kLast), widths,
                 static_cast<int>(Glyphs::kFirst), names, procedures);
}

void PdfLabels::begin(std::string& out) {
  out += "%PDF-1.5\n%\xE2\xE3\xCF\xD3\n";
  begin_object(kCatalog, out);
  fmt::format_to(std::back_inserter(out), "<</Type/Catalog/Pages {} 0 R>>\nendobj\n", kPages);
  begin_object(kResources, out);
  fmt::format_to(std::back_inserter(out), "<</XObject<</D {} 0 R>>/Font<</F {} 0 R>>>>\nendobj\n", kFixed,
                 kFont);
  std::string fixed;
  face_->fixed().append_pdf(fixed);
  fixed += "f";
  Layout const& layout = face_->layout();
  put_stream(kFixed,
             fmt::format("/Type/XObject/Subtype/Form/BBox[0 0 {:.2f} {:.2f}]/Resources<<>>",
                         points(layout.width), points(layout.height)),
             fixed, out);
  put_font(out);
}

Result<void> PdfLabels::add(Label const& label, std::string& out) {
  base_ = out.size();
  if (offsets_.empty()) begin(out);
  TAMGA_TRY(symbol_.encode(label.code));
  page_ += places_[static_cast<std::size_t>(on_page_)];
  fmt::format_to(std::back_inserter(page_), "{:.2f}{}", face_->serial_size(label.serial), serial_place_);
  append_string(page_, label.serial);
  page_ += "Tj ET ";
  if (symbol_.side() != side_) set_side(symbol_.side());
  page_ += symbol_place_;
  append_bars(page_, symbol_.bars());
  page_ += "f Q\n";
  if (++on_page_ == face_->layout().labels_of_page()) TAMGA_TRY(put_page(out));
  written_ += out.size() - base_;
  return {};
}

Result<void> PdfLabels::put_page(std::string& out) {
  TAMGA_TRY(packer_->pack(page_));
  auto const content = kFirstPage + static_cast<std::uint32_t>(pages_.size()) * 2;
  put_stream(content, "/Filter/FlateDecode", packer_->packed, out);
  Layout const& layout = face_->layout();
  begin_object(content + 1, out);
  fmt::format_to(std::back_inserter(out),
                 "<</Type/Page/Parent {} 0 R/MediaBox[0 0 {:.2f} {:.2f}]/Resources {} 0 R/Contents {} 0 "
                 "R>>\nendobj\n",
                 kPages, points(layout.page_width), points(layout.page_height), kResources, content);
  pages_.push_back(content + 1);
  page_.clear();
  on_page_ = 0;
  return {};
}

Result<void> PdfLabels::finish(std::string& out) {
  base_ = out.size();
  if (on_page_ > 0) TAMGA_TRY(put_page(out));
  begin_object(kPages, out);
  auto const to = std::back_inserter(out);
  fmt::format_to(to, "<</Type/Pages/Count {}/Kids[", pages_.size());
  for (std::uint32_t const page : pages_) fmt::format_to(to, "{} 0 R ", page);
  out += "]>>\nendobj\n";
  std::uint64_t const table = written_ + out.size() - base_;
  fmt::format_to(to, "xref\n0 {}\n0000000000 65535 f \n", offsets_.size());
  for (std::size_t i = 1; i < offsets_.size(); ++i) fmt::format_to(to, "{:010} 00000 n \n", offsets_[i]);
  fmt::format_to(to, "trailer\n<</Size {}/Root {} 0 R>>\nstartxref\n{}\n%%EOF\n", offsets_.size(), kCatalog,
                 table);
  written_ += out.size() - base_;
  return {};
}

}  // namespace tamga::labels
