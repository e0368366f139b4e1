// SPDX-License-Identifier: Apache-2.0
#include "packets/code_reader.hpp"

#include "emission/errors.hpp"

namespace tamga::packets {

Result<CodeReader> CodeReader::make(emission::OrderLine const& line, emission::SeriesBook& book,
                                    emission::TailKeys const& tails, sql::Store& store) {
  TAMGA_ASSIGN(writer, emission::CodeWriter::make(line, book, tails, store, emission::PacketFormat::Text));
  emission::Series const* const series = book.find(line.series);
  if (series == nullptr) return fail(emission::kSeriesUnknown);
  return CodeReader(std::move(writer), series->gtin.text(), series->layout.printed_length(),
                    series->layout.parts().serial);
}

Result<std::vector<PacketCode> const*> CodeReader::read(std::int64_t from, std::int64_t count) {
  text_.clear();
  TAMGA_TRY(writer_.write(from, count, text_));
  codes_.clear();
  // All codes of a line are equally long, and each ends in a line feed.
  std::string_view const text = text_;
  for (std::size_t at = 0; at < text.size(); at += code_size_ + 1) {
    std::string_view const code = text.substr(at, code_size_);
    codes_.push_back({code, serial_.of(code)});
  }
  return &codes_;
}

}  // namespace tamga::packets
