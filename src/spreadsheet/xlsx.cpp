// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/xlsx.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <filesystem>
#include <fstream>
#include <mutex>
#include <utility>

#include "spreadsheet/errors.hpp"

namespace tamga::spreadsheet {
namespace {

constexpr std::size_t kPiece = 256 * 1024;

Result<void> check(lxw_error error) {
  if (error == LXW_NO_ERROR) return {};
  return fail(Error(kXlsxFailed).log(lxw_strerror(error)));
}

/// What only looks like the way in which the format writes a character: `_x0041_` (ECMA-376, ST_Xstring).
bool looks_escaped(std::string_view text, std::size_t at) {
  constexpr std::size_t kSize = 7;
  std::string_view const part = text.substr(at, kSize);
  return part.size() == kSize && part[1] == 'x' && part[6] == '_' &&
         part.substr(2, 4).find_first_not_of("0123456789ABCDEFabcdef") == std::string_view::npos;
}
void keep_underscores(std::string& text) {
  constexpr std::string_view kUnderscore = "_x005F";
  for (std::size_t at = text.find('_'); at != std::string::npos; at = text.find('_', at + 1))
    if (looks_escaped(text, at)) {
      text.insert(at, kUnderscore);
      at += kUnderscore.size();
    }
}

constexpr std::string_view kFolder = "tamga-xlsx-";

/// A folder of its own, so that a file never meets another's; locked, so that it is known whether anybody
/// still works in it.
struct Folder {
  std::filesystem::path path;
  int lock = -1;

  Folder() = default;
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  ~Folder() {
    std::error_code ignored;
    if (!path.empty()) std::filesystem::remove_all(path, ignored);
    if (lock >= 0) close(lock);
  }
  Result<void> make() {
    std::string name = (std::filesystem::temp_directory_path() / kFolder).string() + "XXXXXX";
    if (mkdtemp(name.data()) == nullptr) return fail(Error(kXlsxFailed).log("no temporary folder"));
    path = name;
    lock = open((path / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0 || flock(lock, LOCK_EX | LOCK_NB) != 0)
      return fail(Error(kXlsxFailed).log("no lock in the temporary folder"));
    return {};
  }
};

/// What a process left that was killed: tables may hold what is nobody else's.
void remove_abandoned() {
  std::error_code error;
  for (auto const& entry :
       std::filesystem::directory_iterator(std::filesystem::temp_directory_path(), error)) {
    if (!entry.path().filename().string().starts_with(kFolder)) continue;
    int const lock = open((entry.path() / "lock").c_str(), O_RDWR | O_CLOEXEC);
    if (lock < 0) continue;
    std::error_code ignored;
    if (flock(lock, LOCK_EX | LOCK_NB) == 0) std::filesystem::remove_all(entry.path(), ignored);
    close(lock);
  }
}

}  // namespace

struct Xlsx::State {
  std::string name;
  std::vector<Column> columns;
  Folder folder{};
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* heading = nullptr;
  std::uint32_t row = 0;
  int sheets = 0;
  std::string text{};
  std::ifstream packed{};

  ~State() {
    if (book != nullptr) workbook_close(book);
  }

  [[nodiscard]] std::filesystem::path file() const { return folder.path / "book.xlsx"; }

  Result<void> next_sheet() {
    ++sheets;
    sheet = workbook_add_worksheet(book, (name + ' ' + std::to_string(sheets)).c_str());
    if (sheet == nullptr) return fail(Error(kXlsxFailed).log("no sheet"));
    row = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      auto const column = static_cast<lxw_col_t>(i);
      TAMGA_TRY(check(worksheet_set_column(sheet, column, column, columns[i].width, nullptr)));
    }
    worksheet_freeze_panes(sheet, 1, 0);
    for (std::size_t i = 0; i < columns.size(); ++i)
      TAMGA_TRY(check(
          worksheet_write_string(sheet, row, static_cast<lxw_col_t>(i), columns[i].title.c_str(), heading)));
    ++row;
    return {};
  }

  Result<void> write(lxw_col_t column, Cell const& cell) {
    if (auto const* number = std::get_if<std::int64_t>(&cell))
      return check(worksheet_write_number(sheet, row, column, static_cast<double>(*number), nullptr));
    text = std::get<std::string_view>(cell);
    if (text.size() > kLongestText) {
      std::size_t end = kLongestText;
      while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
      text.resize(end);
    }
    keep_underscores(text);
    return check(worksheet_write_string(sheet, row, column, text.c_str(), nullptr));
  }
};

Xlsx::Xlsx(std::unique_ptr<State> state) : state_(std::move(state)) {}
Xlsx::~Xlsx() = default;
Xlsx::Xlsx(Xlsx&&) noexcept = default;

Result<Xlsx> Xlsx::open(std::string const& name, std::vector<Column> columns) {
  auto state = std::make_unique<State>();
  state->name = name;
  state->columns = std::move(columns);
  static std::once_flag cleaned;
  std::call_once(cleaned, remove_abandoned);
  TAMGA_TRY(state->folder.make());
  std::string temporary = state->folder.path.string();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = temporary.data();
  state->book = workbook_new_opt(state->file().c_str(), &options);
  if (state->book == nullptr) return fail(Error(kXlsxFailed).log("no workbook"));
  state->heading = workbook_add_format(state->book);
  format_set_bold(state->heading);
  TAMGA_TRY(state->next_sheet());
  return Xlsx(std::move(state));
}

Result<void> Xlsx::row(std::span<Cell const> cells) {
  if (state_->row > kRowsOfSheet) TAMGA_TRY(state_->next_sheet());
  for (std::size_t i = 0; i < cells.size(); ++i)
    TAMGA_TRY(state_->write(static_cast<lxw_col_t>(i), cells[i]));
  ++state_->row;
  return {};
}

Result<void> Xlsx::pack() {
  TAMGA_TRY(check(workbook_close(std::exchange(state_->book, nullptr))));
  state_->packed.open(state_->file(), std::ios::binary);
  if (!state_->packed) return fail(Error(kXlsxFailed).log("the file cannot be read"));
  return {};
}

Result<bool> Xlsx::next(std::string& out) {
  std::size_t const before = out.size();
  out.resize(before + kPiece);
  state_->packed.read(out.data() + before, static_cast<std::streamsize>(kPiece));
  auto const size = static_cast<std::size_t>(state_->packed.gcount());
  out.resize(before + size);
  if (state_->packed.bad()) return fail(Error(kXlsxFailed).log("the file cannot be read"));
  return size == kPiece;
}

}  // namespace tamga::spreadsheet
