// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/xlsx.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace tamga::spreadsheet {
namespace {

/// What another program reads: the cells of every sheet, a line each, tabs between.
std::string read_back(std::string const& bytes) {
  auto const folder = std::filesystem::path(::testing::TempDir()) / ("xlsx_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "book.xlsx", std::ios::binary) << bytes;
  std::string const command = "python3 " + source_path("src/spreadsheet/testing/read_xlsx.py").string() +
                              " " + (folder / "book.xlsx").string() + " > " + (folder / "out").string();
  EXPECT_EQ(std::system(command.c_str()), 0);
  std::stringstream out;
  out << std::ifstream(folder / "out").rdbuf();
  std::filesystem::remove_all(folder);
  return out.str();
}

std::string finished(Xlsx& table) {
  std::string bytes;
  EXPECT_TRUE(table.pack());
  for (bool more = true; more;) {
    auto const next = table.next(bytes);
    EXPECT_TRUE(next);
    more = next.value_or(false);
  }
  return bytes;
}

TEST(Xlsx, CellsAreReadByAnotherProgram) {
  auto table = Xlsx::open("Codes", {{"Code", 40}, {"Number", 10}});
  ASSERT_TRUE(table) << describe(table.error());
  constexpr std::string_view kCode =
      "0104780000000014215abc<&\"'_x0041_\x1D"
      "93dGVz";
  ASSERT_TRUE(table->row(std::array<Cell, 2>{kCode, std::int64_t{17}}));
  ASSERT_TRUE(table->row(std::array<Cell, 2>{std::string_view("0001"), std::int64_t{-5}}));
  EXPECT_EQ(read_back(finished(*table)),
            "[Codes 1]\nCode\tNumber\n" + std::string(kCode) + "\t17\n0001\t-5\n");
}

TEST(Xlsx, LongTextsAreCutBetweenCharacters) {
  auto table = Xlsx::open("T", {{"A", 10}});
  std::string text;
  while (text.size() < Xlsx::kLongestText + 10) text += "\xD1\x8F";
  ASSERT_TRUE(table->row(std::array<Cell, 1>{std::string_view(text)}));
  std::string const read = read_back(finished(*table));
  EXPECT_EQ(read, "[T 1]\nA\n" + text.substr(0, Xlsx::kLongestText - 1) + "\n");
}

/// A folder for temporary files that nobody else uses.
class OwnFolder : public ::testing::Test {
 protected:
  OwnFolder() {
    std::filesystem::create_directories(path_);
    setenv("TMPDIR", path_.c_str(), 1);
  }
  ~OwnFolder() override {
    unsetenv("TMPDIR");
    std::filesystem::remove_all(path_);
  }
  std::filesystem::path path_ =
      std::filesystem::path(::testing::TempDir()) / ("tables_" + std::to_string(getpid()));
};

// Whoever drops a table half way leaves nothing behind.
TEST_F(OwnFolder, ATableThatIsDroppedLeavesNoFiles) {
  {
    auto table = Xlsx::open("T", {{"A", 10}});
    ASSERT_TRUE(table->row(std::array<Cell, 1>{std::string_view("x")}));
    EXPECT_FALSE(std::filesystem::is_empty(path_));
  }
  EXPECT_TRUE(std::filesystem::is_empty(path_));
}

// Nor does a process that is killed, once another writes a table.
TEST_F(OwnFolder, WhatAKilledProcessLeftIsRemoved) {
  auto const left = path_ / "tamga-xlsx-of-the-dead";
  std::filesystem::create_directories(left);
  std::ofstream(left / "lock") << "";
  std::ofstream(left / "book.xlsx") << "codes";
  // The first table of a process looks for it, so another process is asked.
  std::string const command =
      std::filesystem::read_symlink("/proc/self/exe").string() + " --gtest_filter='Xlsx.Long*' > /dev/null";
  EXPECT_EQ(std::system(command.c_str()), 0);
  EXPECT_FALSE(std::filesystem::exists(left));
}

}  // namespace
}  // namespace tamga::spreadsheet
