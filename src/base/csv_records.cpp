// SPDX-License-Identifier: Apache-2.0
#include "base/csv_records.hpp"

#include <algorithm>

namespace tamga {
namespace {

constexpr int kEnd = std::char_traits<char>::eof();

}  // namespace

CsvRecords::CsvRecords(std::istream& text, CsvFailures const& failures) : text_(&text), failures_(failures) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::string first;
  std::getline(text, first);
  separator_ = std::ranges::count(first, ';') > std::ranges::count(first, ',') ? ';' : ',';
  if (text.bad()) return;
  text.clear();
  text.seekg(first.starts_with(kByteOrderMark) ? static_cast<std::streamoff>(kByteOrderMark.size()) : 0);
}

int CsvRecords::take() {
  int const byte = text_->rdbuf()->sbumpc();
  ++taken_;
  if (byte == '\n') ++line_;
  return byte;
}

bool CsvRecords::at_end_of_field() const {
  int const byte = peek();
  return byte == separator_ || byte == '\n' || byte == '\r' || byte == kEnd;
}

void CsvRecords::end_line() {
  if (peek() == '\r') take();
  if (peek() == '\n') take();
}

Result<void> CsvRecords::read_quoted(std::string& field) {
  take();
  for (;;) {
    int const byte = peek();
    if (byte == kEnd || taken_ > kMostBytes) return fail(failures_.quotes);
    take();
    if (byte != '"') {
      field.push_back(static_cast<char>(byte));
    } else if (peek() == '"') {
      field.push_back(static_cast<char>(take()));
    } else {
      if (!at_end_of_field()) return fail(failures_.quotes);
      return {};
    }
  }
}

/// False after the last field of the record.
Result<bool> CsvRecords::read_field(Record& record) {
  std::string& field = record.fields.emplace_back();
  if (peek() == '"') {
    TAMGA_TRY(read_quoted(field));
  } else {
    while (!at_end_of_field()) {
      if (peek() == '"' || taken_ > kMostBytes) return fail(failures_.quotes);
      field.push_back(static_cast<char>(take()));
    }
  }
  if (peek() == separator_) {
    take();
    return true;
  }
  end_line();
  return false;
}

Result<std::optional<CsvRecords::Record>> CsvRecords::read_record() {
  while (peek() == '\n' || peek() == '\r') end_line();
  if (peek() == kEnd) return std::optional<Record>();
  taken_ = 0;
  Record record;
  record.line = line_;
  for (;;) {
    auto const more = read_field(record);
    if (!more) return fail(Error(more.error()).at(std::to_string(record.line)));
    if (!*more) return std::optional(std::move(record));
  }
}

Result<std::optional<CsvRecords::Record>> CsvRecords::next() {
  auto const unreadable = [&] { return Error(failures_.unreadable).at(std::to_string(line_)); };
  if (!*text_) return fail(unreadable());
  try {
    return read_record();
  } catch (std::ios_base::failure const& failure) {  // the disk, through the buffer of the stream
    return fail(unreadable().log(failure.what()));
  }
}

}  // namespace tamga
