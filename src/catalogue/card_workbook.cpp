// SPDX-License-Identifier: Apache-2.0
#include "catalogue/card_workbook.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <array>
#include <fstream>

#include "catalogue/errors.hpp"

namespace tamga::catalogue {
namespace {

constexpr std::size_t kPiece = 128 << 10;
/// Of a cell, in the format itself.
constexpr std::size_t kLongestCell = 32'000;

std::filesystem::path fresh_folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "tamga-table-XXXXXX").string();
  return mkdtemp(pattern.data()) != nullptr ? pattern : std::string();
}

}  // namespace

struct CardWorkbook::Book {
  std::filesystem::path folder = fresh_folder();
  std::string file = (folder / "cards.xlsx").string();
  std::string temporary = folder.string();
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_row_t rows = 0;
  std::ifstream finished;

  Book() = default;
  Book(Book const&) = delete;
  Book& operator=(Book const&) = delete;
  ~Book() {
    if (book != nullptr) workbook_close(book);
    std::error_code none;
    if (!folder.empty()) std::filesystem::remove_all(folder, none);
  }
};

CardWorkbook::CardWorkbook(std::unique_ptr<Book> book) : book_(std::move(book)) {}
CardWorkbook::~CardWorkbook() = default;

Result<std::unique_ptr<CardWorkbook>> CardWorkbook::begin() {
  auto made = std::make_unique<Book>();
  if (made->folder.empty()) return fail(Error(kTableFailed).log("no folder for temporary files"));
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = made->temporary.data();
  made->book = workbook_new_opt(made->file.c_str(), &options);
  if (made->book != nullptr) made->sheet = workbook_add_worksheet(made->book, "cards");
  if (made->sheet == nullptr) return fail(Error(kTableFailed).log("libxlsxwriter began no workbook"));
  return std::unique_ptr<CardWorkbook>(new CardWorkbook(std::move(made)));
}

Result<void> CardWorkbook::add(std::vector<std::string> const& cells) {
  if (book_->rows >= kMostRows) return fail(Error(kTableTooLong).with("limit", std::to_string(kMostRows)));
  lxw_col_t column = 0;
  for (std::string const& cell : cells) {
    bool const fits = cell.size() < kLongestCell;
    auto const error = cell.empty() ? LXW_NO_ERROR
                                    : worksheet_write_string(book_->sheet, book_->rows, column,
                                                             fits ? cell.c_str() : "...", nullptr);
    if (error != LXW_NO_ERROR) return fail(Error(kTableFailed).log(lxw_strerror(error)));
    ++column;
  }
  ++book_->rows;
  return {};
}

Result<void> CardWorkbook::finish() {
  auto const error = workbook_close(std::exchange(book_->book, nullptr));
  if (error != LXW_NO_ERROR) return fail(Error(kTableFailed).log(lxw_strerror(error)));
  book_->finished.open(book_->file, std::ios::binary);
  return {};
}

Result<bool> CardWorkbook::read(std::string& piece) {
  piece.resize(kPiece);
  book_->finished.read(piece.data(), static_cast<std::streamsize>(kPiece));
  piece.resize(static_cast<std::size_t>(book_->finished.gcount()));
  if (book_->finished.bad()) return fail(Error(kTableFailed).log("the file of the workbook cannot be read"));
  return !book_->finished.eof();
}

}  // namespace tamga::catalogue
