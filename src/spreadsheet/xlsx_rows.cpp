// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/xlsx_rows.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <set>

#include "base/time.hpp"
#include "spreadsheet/errors.hpp"
#include "spreadsheet/package.hpp"

namespace tamga::spreadsheet {
namespace {

/// "_x001D_" stands for a character that XML cannot hold.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned code = 0;
    if (text[i] == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_') {
      char const* const end = text.data() + i + 6;
      if (std::from_chars(text.data() + i + 2, end, code, 16).ptr == end && code < 0x80) {
        out += static_cast<char>(code);
        i += 6;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

/// The text of a string: its runs one after the other, without the help to read it aloud.
std::string text_of(pugi::xml_node string) {
  std::string out;
  for (pugi::xml_node const part : string.children()) {
    if (std::strcmp(part.name(), "t") == 0) out += part.text().get();
    if (std::strcmp(part.name(), "r") == 0) out += part.child("t").text().get();
  }
  return unescaped(out);
}

/// Whether a format shows a number as a day: those that every program knows, or letters of days in one's own.
bool shows_day(int format, std::string_view own) {
  constexpr int kFirstDay = 14;
  constexpr int kLastDay = 17;
  constexpr int kDayAndTime = 22;
  if ((format >= kFirstDay && format <= kLastDay) || format == kDayAndTime) return true;
  bool quoted = false;
  for (char const c : own) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == 'd' || c == 'y' || c == 'D' || c == 'Y')) return true;
  }
  return false;
}

std::string number_text(double value) {
  constexpr double kExact = 9e15;
  std::array<char, 64> buffer{};
  if (std::floor(value) == value && std::abs(value) < kExact) return std::to_string(std::llround(value));
  auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return {buffer.data(), end};
}

/// Column of "AB12", from 0; nothing when it is no place in a sheet.
std::optional<std::size_t> column_of(std::string_view place) {
  std::size_t column = 0;
  std::size_t letters = 0;
  for (; letters < place.size() && place[letters] >= 'A' && place[letters] <= 'Z'; ++letters)
    if (letters < 3) column = column * 26 + static_cast<std::size_t>(place[letters] - 'A') + 1;
  if (letters == 0 || letters > 3) return std::nullopt;
  return column - 1;
}

}  // namespace

struct XlsxRows::State {
  std::vector<std::string> strings;
  std::set<int> days;  ///< styles that show days
  std::int32_t first_day = 0;
  pugi::xml_document sheet;
  pugi::xml_node row;
  std::size_t line = 0;

  Result<void> read_strings(Package& package) {
    if (!package.has("xl/sharedStrings.xml")) return {};
    pugi::xml_document document;
    TAMGA_TRY(package.read("xl/sharedStrings.xml", document));
    for (pugi::xml_node const item : document.document_element().children("si"))
      strings.push_back(text_of(item));
    return {};
  }

  Result<void> read_styles(Package& package) {
    if (!package.has("xl/styles.xml")) return {};
    pugi::xml_document document;
    TAMGA_TRY(package.read("xl/styles.xml", document));
    std::set<int> formats;
    for (pugi::xml_node const own : document.document_element().child("numFmts").children("numFmt"))
      if (shows_day(0, own.attribute("formatCode").value()))
        formats.insert(own.attribute("numFmtId").as_int());
    int style = 0;
    for (pugi::xml_node const xf : document.document_element().child("cellXfs").children("xf")) {
      int const format = xf.attribute("numFmtId").as_int();
      if (formats.contains(format) || shows_day(format, {})) days.insert(style);
      ++style;
    }
    return {};
  }

  /// The part that holds the first sheet.
  Result<std::string> sheet_part(Package& package) {
    pugi::xml_document book;
    TAMGA_TRY(package.read("xl/workbook.xml", book));
    pugi::xml_node const root = book.document_element();
    bool const from_1904 = root.child("workbookPr").attribute("date1904").as_bool();
    first_day = (from_1904 ? Date::of(1904, 1, 1) : Date::of(1899, 12, 30))->days();
    std::string const id = root.child("sheets").child("sheet").attribute("r:id").value();
    pugi::xml_document links;
    TAMGA_TRY(package.read("xl/_rels/workbook.xml.rels", links));
    for (pugi::xml_node const link : links.document_element().children("Relationship")) {
      if (id != link.attribute("Id").value()) continue;
      std::string const target = link.attribute("Target").value();
      return target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
    return fail(Error(kXlsxMalformed).log("no sheet"));
  }

  [[nodiscard]] std::string value_of(pugi::xml_node cell) const {
    std::string_view const type = cell.attribute("t").value();
    char const* const value = cell.child("v").text().get();
    if (type == "inlineStr") return text_of(cell.child("is"));
    if (type == "s") {
      auto const at = static_cast<std::size_t>(cell.child("v").text().as_ullong());
      return at < strings.size() ? strings[at] : std::string();
    }
    if (type == "str") return unescaped(value);
    if (type == "b") return std::strcmp(value, "1") == 0 ? "true" : "false";
    if (type == "e" || type == "d") return value;
    double number = 0;
    std::string_view const text = value;
    if (text.empty()) return {};
    if (std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc())
      return std::string(text);
    constexpr double kMostDays = 3e6;
    if (days.contains(cell.attribute("s").as_int()) && number >= 1 && number < kMostDays)
      return Date::from_days(first_day + static_cast<std::int32_t>(number)).text();
    return number_text(number);
  }
};

XlsxRows::XlsxRows(std::unique_ptr<State> state) : state_(std::move(state)) {}
XlsxRows::~XlsxRows() = default;
XlsxRows::XlsxRows(XlsxRows&&) noexcept = default;

bool XlsxRows::looks_like(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

Result<XlsxRows> XlsxRows::open(std::string_view bytes) {
  TAMGA_ASSIGN(package, Package::open(bytes, kMostUnpacked));
  auto state = std::make_unique<State>();
  TAMGA_ASSIGN(part, state->sheet_part(package));
  TAMGA_TRY(state->read_strings(package));
  TAMGA_TRY(state->read_styles(package));
  TAMGA_TRY(package.read(part, state->sheet));
  state->row = state->sheet.document_element().child("sheetData").child("row");
  return XlsxRows(std::move(state));
}

Result<std::optional<XlsxRows::Row>> XlsxRows::next() {
  State& state = *state_;
  while (state.row) {
    pugi::xml_node const row = state.row;
    state.row = row.next_sibling("row");
    state.line = static_cast<std::size_t>(row.attribute("r").as_ullong(state.line + 1));
    Row out{state.line, {}};
    bool empty = true;
    std::size_t column = 0;
    for (pugi::xml_node const cell : row.children("c")) {
      if (pugi::xml_attribute const place = cell.attribute("r")) {
        auto const at = column_of(place.value());
        if (!at) return fail(Error(kXlsxMalformed).log(std::string("a cell at ") + place.value()));
        column = *at;
      }
      if (column >= kMostColumns) return fail(kXlsxTooLarge);
      if (out.fields.size() <= column) out.fields.resize(column + 1);
      out.fields[column] = state.value_of(cell);
      empty = empty && out.fields[column].empty();
      ++column;
    }
    if (!empty) return std::optional(std::move(out));
  }
  return std::nullopt;
}

}  // namespace tamga::spreadsheet
