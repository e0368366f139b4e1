// SPDX-License-Identifier: Apache-2.0
#include "packets/code_source.hpp"

#include <algorithm>
#include <array>

#include "shape/writer.hpp"

namespace tamga::packets {
namespace {

constexpr std::int64_t kCodesOfPiece = 1024;
constexpr std::int64_t kLabelsOfPiece = 120;

}  // namespace

std::int64_t Walk::take(std::int64_t most) {
  std::int64_t const count = std::min(most, end - at);
  at += count;
  return count;
}

Result<bool> LineSource::next(std::string& chunk) {
  std::int64_t const from = walk_.at;
  TAMGA_TRY(writer_.write(from, walk_.take(kCodesOfPiece), chunk));
  return walk_.more();
}

Result<bool> JsonSource::next(std::string& chunk) {
  std::int64_t const from = walk_.at;
  bool first = from == walk_.from;
  if (first) chunk += "[\n";
  TAMGA_ASSIGN(codes, reader_.read(from, walk_.take(kCodesOfPiece)));
  for (PacketCode const& code : *codes) {
    if (!first) chunk += ",\n";
    first = false;
    shape::Writer writer(chunk);
    writer.begin_object();
    writer.field("gtin", reader_.gtin());
    writer.field("serial", code.serial);
    writer.field("code", code.code);
    writer.end_object();
  }
  if (!walk_.more()) chunk += "\n]\n";
  return walk_.more();
}

Result<std::unique_ptr<Source>> XlsxSource::make(CodeReader reader, Walk walk) {
  TAMGA_ASSIGN(table, spreadsheet::Xlsx::open("Codes", {{"GTIN", 16}, {"Serial", 22}, {"Code", 90}}));
  return std::unique_ptr<Source>(new XlsxSource(std::move(reader), walk, std::move(table)));
}

Result<bool> XlsxSource::next(std::string& chunk) {
  if (walk_.more()) {
    std::int64_t const from = walk_.at;
    TAMGA_ASSIGN(codes, reader_.read(from, walk_.take(kCodesOfPiece)));
    for (PacketCode const& code : *codes)
      TAMGA_TRY(table_.row(
          std::array<spreadsheet::Cell, 3>{std::string_view(reader_.gtin()), code.serial, code.code}));
    return true;
  }
  if (!packed_) TAMGA_TRY(table_.pack());
  packed_ = true;
  return table_.next(chunk);
}

Result<std::unique_ptr<Source>> LabelSource::make(CodeReader reader, Walk walk, labels::Face face,
                                                  Form form) {
  std::unique_ptr<LabelSource> source(new LabelSource(std::move(reader), walk, std::move(face)));
  if (form == Form::Pdf) {
    source->pdf_.emplace(*source->face_);
  } else {
    TAMGA_ASSIGN(zpl, labels::ZplLabels::make(*source->face_));
    source->zpl_.emplace(std::move(zpl));
  }
  return std::unique_ptr<Source>(std::move(source));
}

Result<bool> LabelSource::next(std::string& chunk) {
  std::int64_t const from = walk_.at;
  TAMGA_ASSIGN(codes, reader_.read(from, walk_.take(kLabelsOfPiece)));
  for (PacketCode const& code : *codes) {
    labels::Label const label{code.code, code.serial};
    if (pdf_)
      TAMGA_TRY(pdf_->add(label, chunk));
    else
      TAMGA_TRY(zpl_->add(label, chunk));
  }
  if (walk_.more()) return true;
  if (!pdf_) {
    zpl_->finish(chunk);
    return false;
  }
  TAMGA_TRY(pdf_->finish(chunk));
  return false;
}

}  // namespace tamga::packets
