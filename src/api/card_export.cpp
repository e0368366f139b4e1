// SPDX-License-Identifier: Apache-2.0
#include "api/card_export.hpp"

#include "sql/store.hpp"
#include "sql/transaction.hpp"

namespace tamga::api {
namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr double kColumnWidth = 18;

/// Every cell is text: a GTIN keeps its zeros.
Result<void> add_row(spreadsheet::Xlsx& book, std::vector<std::string> const& row) {
  std::vector<spreadsheet::Cell> cells(row.begin(), row.end());
  return book.row(cells);
}

class CsvBody final : public http::BodySource {
 public:
  explicit CsvBody(CardPages pages) : pages_(std::move(pages)) {}
  Result<bool> next(std::string& chunk) override {
    TAMGA_ASSIGN(rows, pages_.next());
    for (auto const& row : rows) catalogue::write_csv_row(chunk, row);
    return !rows.empty();
  }

 private:
  CardPages pages_;
};

class WorkbookBody final : public http::BodySource {
 public:
  explicit WorkbookBody(CardPages pages) : pages_(std::move(pages)) {}
  Result<bool> next(std::string& chunk) override {
    if (!book_) TAMGA_TRY(write());
    return book_->next(chunk);
  }

 private:
  Result<void> write() {
    TAMGA_ASSIGN(head, pages_.next());
    TAMGA_ASSIGN(book, open_workbook(head));
    for (;;) {
      TAMGA_ASSIGN(rows, pages_.next());
      if (rows.empty()) break;
      for (auto const& row : rows) TAMGA_TRY(add_row(book, row));
    }
    TAMGA_TRY(book.pack());
    book_.emplace(std::move(book));
    return {};
  }

  CardPages pages_;
  std::optional<spreadsheet::Xlsx> book_;
};

}  // namespace

CardPages::CardPages(Call call, ListCards::Input filter, catalogue::CardTable table)
    : call_(std::move(call)), filter_(std::move(filter)), table_(std::move(table)) {}

Result<Rows> CardPages::next() {
  if (!begun_) {
    begun_ = true;
    return head_of(table_, call_.language());
  }
  if (done_) return Rows();
  TAMGA_ASSIGN(reader, call_.services().store.reader());
  auto const transaction = sql::Transaction::begin(*reader);
  if (!transaction) return fail(transaction.error());
  Rows rows;
  TAMGA_ASSIGN(page, filtered_cards(*reader, call_, filter_, [&](ShownCard const& one) {
                 rows.push_back(table_.cells(one.shown.body, {.state = one.view.state,
                                                              .edition = std::to_string(one.view.edition),
                                                              .version = std::to_string(one.view.version)}));
               }));
  done_ = !page.next;
  filter_.after = page.next;
  return rows;
}

std::unique_ptr<http::BodySource> table_body(CardPages pages, TableFormat format) {
  if (format == TableFormat::Xlsx) return std::make_unique<WorkbookBody>(std::move(pages));
  return std::make_unique<CsvBody>(std::move(pages));
}

Result<spreadsheet::Xlsx> open_workbook(Rows const& head) {
  std::vector<spreadsheet::Column> columns;
  for (std::string const& title : head.front()) columns.push_back({title, kColumnWidth});
  TAMGA_ASSIGN(book, spreadsheet::Xlsx::open("Cards", std::move(columns)));
  for (std::size_t i = 1; i < head.size(); ++i) TAMGA_TRY(add_row(book, head[i]));
  return std::move(book);
}

Rows head_of(catalogue::CardTable const& table, Language language) {
  Rows rows(2);
  for (catalogue::TableColumn const& column : table.columns()) {
    rows[0].push_back(column.key);
    rows[1].push_back((rows[1].empty() ? "# " : "") + column.name.in(language));
  }
  return rows;
}

}  // namespace tamga::api
