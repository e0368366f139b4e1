// SPDX-License-Identifier: Apache-2.0
#include "contracts/pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "contracts/errors.hpp"
#include "paper/canvas.hpp"

namespace tamga::contracts {

using paper::Block;
using paper::Canvas;
using paper::Style;

namespace {

// Points.
constexpr double kLeft = 56;
constexpr double kRight = Canvas::kWidth - 42;
constexpr double kTop = 68;
constexpr double kBottom = Canvas::kHeight - 57;
constexpr double kHeader = 40;
constexpr double kFooter = Canvas::kHeight - 46;
constexpr double kGutter = 20;
constexpr double kCellGap = 6;
constexpr std::array kCellParts{0.36, 0.34, 0.30};
constexpr std::size_t kKeepTogether = 3;  // lines: a paragraph of so many is not split
constexpr std::size_t kOrphans = 2;       // lines that stay together on either side of a split

/// Cells that stand beside each other; their first lines are level.
struct Row {
  struct Cell {
    double x;
    Block block;
  };
  LineKind kind{};
  std::vector<Cell> cells;
  double above = 0;
  double below = 0;

  [[nodiscard]] std::size_t lines() const {
    std::size_t most = 0;
    for (Cell const& cell : cells) most = std::max(most, cell.block.lines.size());
    return most;
  }
  [[nodiscard]] double line_height() const {
    double most = 0;
    for (Cell const& cell : cells)
      for (Block::Line const& line : cell.block.lines) most = std::max(most, line.height);
    return most;
  }
};

/// Some lines of a row on a page.
struct Piece {
  std::size_t row;
  std::size_t from;
  std::size_t to;
  double top;
};

struct Page {
  std::vector<Piece> pieces;
  double end = kTop;
};

class Typesetter {
 public:
  Typesetter(Canvas& canvas, std::size_t columns)
      : canvas_(&canvas),
        columns_(columns),
        width_((kRight - kLeft - kGutter * static_cast<double>(columns - 1)) / static_cast<double>(columns)) {
  }

  void add(std::vector<Line> const& parallel) {
    Row row;
    row.kind = parallel.front().kind;
    Style const style = style_of(row);
    for (std::size_t column = 0; column < parallel.size(); ++column) {
      double x = kLeft + static_cast<double>(column) * (width_ + kGutter);
      if (row.kind != LineKind::TableHead && row.kind != LineKind::TableRow) {
        row.cells.push_back({x, canvas_->lay(parallel[column].text, width_, style)});
        continue;
      }
      std::string_view rest = parallel[column].text;
      for (double const part : kCellParts) {
        std::size_t const end = std::min(rest.find('\t'), rest.size());
        row.cells.push_back({x, canvas_->lay(rest.substr(0, end), width_ * part - kCellGap, style)});
        rest.remove_prefix(std::min(end + 1, rest.size()));
        x += width_ * part;
      }
    }
    rows_.push_back(std::move(row));
  }

  void draw(PdfMarks const& marks) {
    for (std::size_t i = 0; i < rows_.size(); ++i) place(i);
    for (std::size_t number = 0; number < pages_.size(); ++number) {
      draw_page(pages_[number]);
      draw_marks(marks, number + 1);
      canvas_->next_page();
    }
  }

 private:
  [[nodiscard]] bool narrow() const { return columns_ > 1; }

  /// Looks of a line; sets the room around the row.
  Style style_of(Row& row) const {
    double const body = narrow() ? 8.0 : 9.8;
    switch (row.kind) {
      case LineKind::Title:
        row.below = 3;
        return {.size = body + 1.2, .bold = true, .alignment = PANGO_ALIGN_CENTER};
      case LineKind::Subtitle:
        row.below = 10;
        return {.size = body, .alignment = PANGO_ALIGN_CENTER};
      case LineKind::Annex:
        row.below = 8;
        return {.size = body + 1, .bold = true};
      case LineKind::Heading:
        row.above = 7;
        row.below = 3;
        return {.size = body + 0.3, .bold = true};
      case LineKind::TableHead:
        row.above = 10;
        row.below = 4;
        return {.size = body - 0.4, .bold = true};
      case LineKind::TableRow:
        row.above = 3;
        row.below = 4;
        return {.size = body - 0.4};
      case LineKind::Numbered:
        row.below = 3;
        break;
      case LineKind::Plain:
        row.below = 1.5;
        break;
    }
    return {.size = body, .justified = !narrow()};
  }

  void open_page() { pages_.emplace_back(); }

  void place(std::size_t index) {
    Row const& row = rows_[index];
    if (pages_.empty() || (row.kind == LineKind::Annex && !pages_.back().pieces.empty())) open_page();
    double const height = row.line_height();
    std::size_t const lines = row.lines();
    // A heading takes with it what of the next paragraph cannot be split.
    std::size_t const together = row.kind == LineKind::Heading ? lines + kKeepTogether + 1 : lines;
    std::size_t from = 0;
    while (from < lines) {
      Page& page = pages_.back();
      double const top = page.end + (page.pieces.empty() ? 0 : row.above);
      auto const room = static_cast<std::size_t>(std::max(0.0, (kBottom - top) / height));
      std::size_t take = std::min(lines - from, room);
      bool const whole = row.kind != LineKind::Plain && row.kind != LineKind::Numbered;
      if (take < lines - from) {
        take = std::min(take, lines - from - std::min(kOrphans, lines - from));
        if (whole || lines <= kKeepTogether || take < kOrphans) take = 0;
      } else if (from == 0 && together > room) {
        take = 0;
      }
      // On a fresh page everything goes as far as it can.
      if (page.pieces.empty()) take = std::max(take, std::min(lines - from, std::max<std::size_t>(room, 1)));
      if (take == 0) {
        open_page();
        continue;
      }
      page.pieces.push_back({index, from, from + take, top});
      page.end = top + static_cast<double>(take) * height + row.below;
      from += take;
      if (from < lines) open_page();
    }
  }

  void draw_page(Page const& page) {
    for (Piece const& piece : page.pieces) {
      Row const& row = rows_[piece.row];
      double const height = row.line_height();
      for (Row::Cell const& cell : row.cells) {
        for (std::size_t line = piece.from; line < std::min(piece.to, cell.block.lines.size()); ++line)
          canvas_->draw(cell.block, line, cell.x,
                        piece.top + static_cast<double>(line - piece.from) * height);
      }
      if (row.kind == LineKind::TableHead || row.kind == LineKind::TableRow) {
        double const bottom = piece.top + static_cast<double>(piece.to - piece.from) * height + row.below - 1;
        for (std::size_t column = 0; column < columns_; ++column) {
          double const x = kLeft + static_cast<double>(column) * (width_ + kGutter);
          if (row.kind == LineKind::TableHead) canvas_->rule(x, piece.top - 3, x + width_, piece.top - 3);
          canvas_->rule(x, bottom, x + width_, bottom);
        }
      }
    }
    for (std::size_t column = 1; column < columns_; ++column) {
      double const x = kLeft + static_cast<double>(column) * (width_ + kGutter) - kGutter / 2;
      canvas_->rule(x, kTop, x, page.end);
    }
  }

  void draw_marks(PdfMarks const& marks, std::size_t page) {
    double const width = kRight - kLeft;
    std::string const iso = marks.date.text();
    Style const left{.size = 7.5, .grey = true};
    Style const right{.size = 7.5, .alignment = PANGO_ALIGN_RIGHT, .grey = true};
    canvas_->draw(canvas_->lay(fmt::format("\xE2\x84\x96 {}", marks.number), width, left), 0, kLeft, kHeader);
    canvas_->draw(canvas_->lay(fmt::format("{}.{}.{}", iso.substr(8, 2), iso.substr(5, 2), iso.substr(0, 4)),
                               width, right),
                  0, kLeft, kHeader);
    canvas_->rule(kLeft, kHeader + 14, kRight, kHeader + 14);
    canvas_->rule(kLeft, kFooter - 5, kRight, kFooter - 5);
    canvas_->draw(canvas_->lay("SHA-256 " + crypto::hex(marks.manifest), width, left), 0, kLeft, kFooter);
    canvas_->draw(canvas_->lay(fmt::format("{} / {}", page, pages_.size()), width, right), 0, kLeft, kFooter);
  }

  Canvas* canvas_;
  std::size_t columns_;
  double width_;
  std::vector<Row> rows_;
  std::vector<Page> pages_;
};

}  // namespace

Result<std::string> draw_pdf(std::span<ContractText const> texts, PdfMarks const& marks) {
  std::vector<std::vector<Line>> columns;
  for (ContractText const& text : texts) columns.push_back(lines_of(text.text));
  bool const even = !columns.empty() && !columns.front().empty() &&
                    std::all_of(columns.begin(), columns.end(),
                                [&](auto const& column) { return column.size() == columns.front().size(); });
  if (!even) return fail(Error(kPdfFailed).log("the texts do not run in parallel"));
  TAMGA_ASSIGN(canvas, Canvas::create(std::string(marks.number), marks.date.text() + "T00:00:00Z"));
  Typesetter typesetter(*canvas, columns.size());
  for (std::size_t i = 0; i < columns.front().size(); ++i) {
    std::vector<Line> parallel;
    for (auto const& column : columns) parallel.push_back(column[i]);
    if (parallel.back().kind != parallel.front().kind)
      return fail(Error(kPdfFailed).log(fmt::format("line {} is of two kinds", i + 1)));
    typesetter.add(parallel);
  }
  typesetter.draw(marks);
  return canvas->finish();
}

}  // namespace tamga::contracts
