// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "base/testing/source_path.hpp"
#include "labels/drawing.hpp"
#include "labels/errors.hpp"
#include "labels/pdf.hpp"
#include "labels/testing/samples.hpp"
#include "labels/testing/zpl_printer.hpp"
#include "labels/zpl.hpp"

namespace tamga::labels {
namespace {

using testing::pixels_of;
using testing::read_all;
using testing::Sample;

Layouts const& layouts() {
  static Layouts const kLayouts = Layouts::read(source_path("spec/labels.toml")).value();
  return kLayouts;
}

constexpr char const* kRussian =
    "\xD0\x92\xD0\xBE\xD0\xB4\xD0\xB0 \xD0\xBC\xD0\xB8\xD0\xBD\xD0\xB5\xD1\x80\xD0\xB0\xD0\xBB\xD1\x8C\xD0"
    "\xBD\xD0\xB0\xD1\x8F, \xD0\xB1\xD0\xB5\xD0\xB7 \xD0\xB3\xD0\xB0\xD0\xB7\xD0\xB0, 0,5 \xD0\xBB, "
    "\xD0\xBF\xD0\xBB\xD0\xB0\xD1\x81\xD1\x82\xD0\xB8\xD0\xBA";
constexpr char const* kUzbek = "Mineral suv, gazsiz, 0,5 l, plastik idish, bolalar uchun, O\xCA\xBBzbekiston";

FaceText text_of(std::string_view country) {
  return {.name = country == "ru" ? kRussian : kUzbek, .gtin = "04780000000014", .note = "12.11.2026  8 900"};
}

/// One template of each length that a country has.
std::vector<country::CodeTemplate> templates_of(std::string const& name) {
  auto const country = country::load_country(source_path("spec") / name);
  std::vector<country::CodeTemplate> out;
  std::set<std::size_t> lengths;
  for (country::ProductGroup const& group : country->groups())
    for (country::CodeTemplate const& form : group.templates)
      if (lengths.insert(form.layout.printed_length()).second) out.push_back(form);
  return out;
}

std::vector<Sample> samples_of(country::CodeTemplate const& form, int count) {
  std::mt19937 random(static_cast<unsigned>(form.layout.printed_length()));
  std::vector<Sample> out;
  for (int i = 0; i < count; ++i) out.push_back(testing::sample_of(form, random));
  return out;
}

std::vector<Label> labels_of(std::vector<Sample> const& samples) {
  std::vector<Label> out;
  for (Sample const& sample : samples) out.push_back(sample.label());
  return out;
}

std::multiset<std::string> codes_of(std::vector<Sample> const& samples) {
  std::multiset<std::string> out;
  for (Sample const& sample : samples) out.insert(sample.code);
  return out;
}

/// Calls `test(layout, face, template)` for whatever can be printed.
template <class Test>
int each_face(Test const& test) {
  int faces = 0;
  for (char const* country : {"ru", "uz"})
    for (auto const& form : templates_of(country))
      for (Layout const& layout : layouts().all()) {
        std::size_t const size = form.layout.printed_length();
        auto const face = Face::make(layout, text_of(country), size);
        if (largest_side_of(size) > layout.largest) {
          EXPECT_TRUE(face.error().is(kLabelTooSmall));
          continue;
        }
        if (!face) ADD_FAILURE() << describe(face.error());
        if (!face) continue;
        test(layout, *face, form);
        ++faces;
      }
  return faces;
}

// What a scanner reads from the picture of a label is the code, byte by byte, in every layout and length.
TEST(Labels, PicturesAreReadByAnotherProgram) {
  int const faces = each_face([](Layout const& layout, Face const& face, auto const& form) {
    auto const samples = samples_of(form, layout.medium == Medium::Sheet ? 1 : 2);
    for (Sample const& sample : samples) {
      Label const label = sample.label();
      auto const png = draw_png(face, {&label, 1});
      ASSERT_TRUE(png) << describe(png.error());
      auto const page = pixels_of(*png);
      auto const dots = [&](int length) { return length * layout.dpi / 25'400; };
      auto const part = testing::part_of(page, dots(layout.left), dots(layout.top), dots(layout.width),
                                         dots(layout.height));
      auto const read = read_all(part);
      ASSERT_EQ(read.size(), 1U) << layout.id << ' ' << form.layout.text();
      EXPECT_EQ(read.front(), sample.code);
    }
  });
  EXPECT_GT(faces, 20);
}

// A label printer draws the same symbol.
TEST(Labels, PrintersLanguageIsReadByAnotherProgram) {
  each_face([](Layout const& layout, Face const& face, auto const& form) {
    auto zpl = ZplLabels::make(face);
    if (layout.medium == Medium::Sheet) {
      EXPECT_TRUE(zpl.error().is(kRollNeeded));
      return;
    }
    auto const samples = samples_of(form, 2);
    std::string out;
    for (Sample const& sample : samples) ASSERT_TRUE(zpl->add(sample.label(), out));
    zpl->finish(out);
    auto const printed = testing::ZplPrinter().print(out);
    ASSERT_EQ(printed.size(), samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i) {
      EXPECT_EQ(read_all(printed[i].pixels), std::vector{samples[i].code}) << layout.id;
      EXPECT_EQ(printed[i].text, samples[i].serial);
    }
  });
}

class LabelFiles : public ::testing::Test {
 protected:
  LabelFiles() { std::filesystem::create_directories(folder_); }
  ~LabelFiles() override { std::filesystem::remove_all(folder_); }

  /// The pages of a file, as another program draws them.
  std::vector<std::string> pages_of(std::string const& pdf, int dpi) {
    std::ofstream(folder_ / "labels.pdf", std::ios::binary) << pdf;
    std::string const command = "pdftoppm -r " + std::to_string(dpi) + " -png " +
                                (folder_ / "labels.pdf").string() + " " + (folder_ / "page").string();
    EXPECT_EQ(std::system(command.c_str()), 0);
    std::set<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator(folder_))
      if (entry.path().extension() == ".png") files.insert(entry.path());
    std::vector<std::string> out;
    for (auto const& file : files) {
      std::stringstream bytes;
      bytes << std::ifstream(file, std::ios::binary).rdbuf();
      out.push_back(bytes.str());
      std::filesystem::remove(file);
    }
    return out;
  }
  std::string text_of_file() {
    std::string const text = (folder_ / "text").string();
    std::string const command = "pdftotext " + (folder_ / "labels.pdf").string() + " " + text;
    EXPECT_EQ(std::system(command.c_str()), 0);
    std::stringstream out;
    out << std::ifstream(text).rdbuf();
    return out.str();
  }

  std::filesystem::path folder_ =
      std::filesystem::path(::testing::TempDir()) / ("labels_" + std::to_string(getpid()));
};

std::string pdf_of(Face const& face, std::vector<Sample> const& samples) {
  PdfLabels pdf(face);
  std::string out;
  for (Sample const& sample : samples) {
    auto const added = pdf.add(sample.label(), out);
    EXPECT_TRUE(added) << describe(added.error());
  }
  EXPECT_TRUE(pdf.finish(out));
  return out;
}

TEST_F(LabelFiles, PdfOfSheetsIsReadByAnotherProgram) {
  for (char const* country : {"ru", "uz"})
    for (auto const& form : templates_of(country)) {
      Layout const& layout = **layouts().find("a4_3x8");
      auto const face = Face::make(layout, text_of(country), form.layout.printed_length());
      ASSERT_TRUE(face);
      auto const samples = samples_of(form, 27);
      std::string const pdf = pdf_of(*face, samples);
      EXPECT_EQ(pdf, pdf_of(*face, samples));
      auto const pages = pages_of(pdf, 150);
      ASSERT_EQ(pages.size(), 2U);
      std::multiset<std::string> read;
      for (std::string const& page : pages) {
        auto const pixels = pixels_of(page);
        for (int i = 0; i < layout.labels_of_page(); ++i) {
          auto const dots = [&](int length) { return length * 150 / 25'400; };
          auto const found =
              read_all(testing::part_of(pixels, dots(layout.left + i % layout.columns * layout.step_x),
                                        dots(layout.top + i / layout.columns * layout.step_y),
                                        dots(layout.width), dots(layout.height)));
          read.insert(found.begin(), found.end());
        }
      }
      EXPECT_EQ(read, codes_of(samples)) << form.layout.text();
      if (char const* keep = std::getenv("TAMGA_KEEP_LABELS"))
        std::ofstream(std::string(keep) + '/' + country + std::to_string(form.layout.printed_length()) +
                      ".pdf")
            << pdf;
    }
}

TEST_F(LabelFiles, PdfOfARollHasALabelAPageAndSerialsAsText) {
  auto const form = templates_of("uz").front();
  auto const face = Face::make(**layouts().find("roll_58x40"), text_of("uz"), form.layout.printed_length());
  auto const samples = samples_of(form, 3);
  auto const pages = pages_of(pdf_of(*face, samples), 203);
  ASSERT_EQ(pages.size(), samples.size());
  std::string const text = text_of_file();
  for (std::size_t i = 0; i < samples.size(); ++i) {
    EXPECT_EQ(read_all(pixels_of(pages[i])), std::vector{samples[i].code});
    EXPECT_NE(text.find(samples[i].serial), std::string::npos) << samples[i].serial;
  }
}

// Letters far to the right are drawn too.
TEST(Labels, TextFillsItsWidth) {
  auto const typeface = Typeface::open();
  ASSERT_TRUE(typeface) << describe(typeface.error());
  double height = 0;
  auto const outline = typeface->lay(kUzbek, {.width = 130, .lines = 3, .size = 7, .bold = true}, height);
  double right = 0;
  for (Outline::Step const& step : outline.steps)
    if (step.what != Outline::Do::Close) right = std::max(right, step.at[0]);
  EXPECT_GT(right, 95);
  EXPECT_LE(right, 130);
  EXPECT_GT(height, 18);
}

TEST(Labels, SvgHasThePageAndTheSymbols) {
  auto const form = templates_of("ru").front();
  auto const face = Face::make(**layouts().find("a4_3x8"), text_of("ru"), form.layout.printed_length());
  auto const samples = samples_of(form, 25);
  auto const labels = labels_of(samples);
  auto const svg = draw_svg(*face, std::span(labels).first(24));
  ASSERT_TRUE(svg);
  EXPECT_NE(svg->find("<svg"), std::string::npos);
  EXPECT_TRUE(draw_svg(*face, labels).error().is(kPageFull));
  EXPECT_TRUE(draw_png(*face, labels).error().is(kPageFull));
}

}  // namespace
}  // namespace tamga::labels
