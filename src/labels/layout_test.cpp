// SPDX-License-Identifier: Apache-2.0
#include "labels/layout.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "labels/errors.hpp"
#include "labels/symbol.hpp"
#include "labels/testing/samples.hpp"

namespace tamga::labels {
namespace {

std::filesystem::path const kFile = source_path("spec/labels.toml");

/// The layouts of the file, with one text of it replaced at its first place.
Result<Layouts> with(std::string const& right, std::string const& wrong) {
  std::stringstream all;
  all << std::ifstream(kFile).rdbuf();
  std::string text = all.str();
  text.replace(text.find(right), right.size(), wrong);
  auto const path = std::filesystem::path(::testing::TempDir()) / ("labels" + std::to_string(getpid()));
  std::ofstream(path) << text;
  auto layouts = Layouts::read(path);
  std::filesystem::remove(path);
  return layouts;
}

TEST(Layouts, EachOfTheFileIsRead) {
  auto const layouts = Layouts::read(kFile);
  ASSERT_TRUE(layouts) << describe(layouts.error());
  EXPECT_GE(layouts->all().size(), 5U);
  auto const sheet = *layouts->find("a4_3x8");
  EXPECT_EQ(sheet->labels_of_page(), 24);
  EXPECT_EQ(sheet->module_dots(), 4);
  EXPECT_EQ(sheet->square(44), 24'000);
  EXPECT_TRUE(layouts->find("a5").error().is(kLayoutUnknown));
}

TEST(Layouts, WhatDoesNotFitIsRefusedAtLoad) {
  EXPECT_TRUE(with("height = 37000", "height = 31000").error().is(kLayoutOverflow));
  EXPECT_TRUE(with("width = 70000", "width = 41000").error().is(kLayoutOverflow));
  EXPECT_TRUE(with("step_y = 37000", "step_y = 38000").error().is(kLayoutOverflow));
  EXPECT_TRUE(with("step_x = 70000", "step_x = 69000").error().is(kLayoutOverflow));
  EXPECT_TRUE(with("module = 500", "module = 310").error().is(kLayoutDots));
  EXPECT_TRUE(with("module = 500", "module = 100").error().is(kLayoutDots));
  EXPECT_TRUE(with("largest = 44", "largest = 42").error().is(kLayoutSide));
}

// The place that is kept for a symbol is enough for whatever characters the code has.
TEST(Layouts, NoSymbolIsLargerThanItsPlace) {
  std::mt19937 random(7);
  Symbol symbol;
  for (char const* name : {"ru", "uz"}) {
    auto const country = country::load_country(source_path("spec") / name);
    for (country::ProductGroup const& group : country->groups())
      for (country::CodeTemplate const& form : group.templates)
        for (int i = 0; i < 40; ++i) {
          auto const sample = testing::sample_of(form, random);
          auto const drawn = symbol.encode(sample.code);
          ASSERT_TRUE(drawn) << sample.code << describe(drawn.error());
          ASSERT_LE(symbol.side(), largest_side_of(sample.code.size())) << form.layout.text();
        }
  }
}

}  // namespace
}  // namespace tamga::labels
