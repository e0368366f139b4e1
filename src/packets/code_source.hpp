// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "emission/code_writer.hpp"
#include "labels/face.hpp"
#include "labels/pdf.hpp"
#include "labels/zpl.hpp"
#include "packets/code_reader.hpp"
#include "packets/source.hpp"
#include "spreadsheet/xlsx.hpp"

namespace tamga::packets {

/// Codes [from, end) of a line, some at a time.
struct Walk {
  std::int64_t from = 0;
  std::int64_t end = 0;
  std::int64_t at = 0;

  static Walk over(std::int64_t from, std::int64_t count) { return {from, from + count, from}; }
  /// How many are next; moves on.
  std::int64_t take(std::int64_t most);
  [[nodiscard]] bool more() const { return at < end; }
  [[nodiscard]] std::int64_t done() const { return at - from; }
};

/// One a line: txt, csv, jsonl.
class LineSource final : public Source {
 public:
  LineSource(emission::CodeWriter writer, Walk walk) : writer_(std::move(writer)), walk_(walk) {}
  Result<bool> next(std::string& chunk) override;
  [[nodiscard]] std::int64_t done() const override { return walk_.done(); }

 private:
  emission::CodeWriter writer_;
  Walk walk_;
};

/// One JSON array of {"gtin", "serial", "code"}.
class JsonSource final : public Source {
 public:
  JsonSource(CodeReader reader, Walk walk) : reader_(std::move(reader)), walk_(walk) {}
  Result<bool> next(std::string& chunk) override;
  [[nodiscard]] std::int64_t done() const override { return walk_.done(); }

 private:
  CodeReader reader_;
  Walk walk_;
};

/// A table with the columns GTIN, serial, code.
class XlsxSource final : public Source {
 public:
  static Result<std::unique_ptr<Source>> make(CodeReader reader, Walk walk);
  Result<bool> next(std::string& chunk) override;
  [[nodiscard]] std::int64_t done() const override { return walk_.done(); }

 private:
  XlsxSource(CodeReader reader, Walk walk, spreadsheet::Xlsx table)
      : reader_(std::move(reader)), walk_(walk), table_(std::move(table)) {}
  CodeReader reader_;
  Walk walk_;
  spreadsheet::Xlsx table_;
  bool packed_ = false;
};

/// Labels, as PDF or in the language of label printers.
class LabelSource final : public Source {
 public:
  enum class Form : std::uint8_t { Pdf, Zpl };
  /// Errors: LABEL_ROLL_NEEDED, LABEL_DRAWING_FAILED.
  static Result<std::unique_ptr<Source>> make(CodeReader reader, Walk walk, labels::Face face, Form form);
  Result<bool> next(std::string& chunk) override;
  [[nodiscard]] std::int64_t done() const override { return walk_.done(); }

 private:
  LabelSource(CodeReader reader, Walk walk, labels::Face face)
      : reader_(std::move(reader)),
        walk_(walk),
        face_(std::make_unique<labels::Face const>(std::move(face))) {}

  CodeReader reader_;
  Walk walk_;
  std::unique_ptr<labels::Face const> face_;
  std::optional<labels::PdfLabels> pdf_;
  std::optional<labels::ZplLabels> zpl_;
};

}  // namespace tamga::packets
