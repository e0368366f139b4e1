// SPDX-License-Identifier: Apache-2.0
#include "code_search/export_source.hpp"

#include <array>

#include "shape/writer.hpp"

namespace tamga::code_search {
namespace {

constexpr std::int64_t kCodesOfPiece = 512;
constexpr std::int64_t kRunsOfPiece = 20'000;
constexpr std::array<std::string_view, 9> kColumns{"gtin",        "product",    "cis",   "status", "order",
                                                   "produced_on", "expires_on", "batch", "package"};

void append_csv(std::string& out, std::array<std::string_view, kColumns.size()> const& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out.push_back(',');
    out.push_back('"');
    for (char const c : fields[i]) {
      if (c == '"') out.push_back('"');
      out.push_back(c);
    }
    out.push_back('"');
  }
  out += "\r\n";
}

}  // namespace

Result<std::unique_ptr<packets::Source>> ExportSource::make(Sources const& sources, Filter filter,
                                                            ExportForm form, ProductName product_name) {
  TAMGA_ASSIGN(finder, Finder::make(sources, std::move(filter)));
  std::unique_ptr<ExportSource> source(
      new ExportSource(sources, std::move(finder), form, std::move(product_name)));
  if (form == ExportForm::Xlsx) {
    std::vector<spreadsheet::Column> columns;
    for (std::string_view const name : kColumns)
      columns.push_back({std::string(name), name == "cis" || name == "product" ? 40.0 : 16.0});
    TAMGA_ASSIGN(table, spreadsheet::Xlsx::open("Codes", std::move(columns)));
    source->table_.emplace(std::move(table));
  }
  return std::unique_ptr<packets::Source>(std::move(source));
}

Result<std::string const*> ExportSource::name_of_product(gs1::Gtin gtin) {
  auto found = names_.find(gtin);
  if (found == names_.end()) {
    std::string name;
    if (gtin) {
      TAMGA_ASSIGN(known, product_name_(gtin));
      name = std::move(known);
    }
    found = names_.emplace(gtin, std::move(name)).first;
  }
  return &found->second;
}

Result<void> ExportSource::put(CodeRow const& row, std::string& chunk) {
  TAMGA_ASSIGN(product, name_of_product(row.gtin));
  std::string const gtin = row.gtin ? row.gtin.text() : "";
  std::string const order = row.order.value() != 0 ? std::to_string(row.order.value()) : "";
  bool const lot = row.lot != nullptr;
  std::string const produced = lot && row.lot->produced_on ? row.lot->produced_on->text() : "";
  std::string const expires = lot && row.lot->expires_on ? row.lot->expires_on->text() : "";
  std::array<std::string_view, kColumns.size()> const fields{
      gtin,       *product, row.cis, name_of(row.state.status),
      order,      produced, expires, lot ? std::string_view(row.lot->batch) : "",
      row.package};
  switch (form_) {
    case ExportForm::Csv:
      append_csv(chunk, fields);
      return {};
    case ExportForm::Jsonl: {
      shape::Writer writer(chunk);
      writer.begin_object();
      for (std::size_t i = 0; i < fields.size(); ++i)
        if (!fields[i].empty()) writer.field(kColumns[i], fields[i]);
      writer.end_object();
      chunk.push_back('\n');
      return {};
    }
    case ExportForm::Xlsx:
      break;
  }
  std::array<spreadsheet::Cell, kColumns.size()> cells;
  for (std::size_t i = 0; i < fields.size(); ++i) cells[i] = fields[i];
  return table_->row(cells);
}

Result<bool> ExportSource::next(std::string& chunk) {
  if (!begun_ && form_ == ExportForm::Csv) append_csv(chunk, kColumns);
  begun_ = true;
  if (!found_all_) {
    std::vector<Found> found;
    TAMGA_ASSIGN(more, finder_->next(found, kCodesOfPiece, kRunsOfPiece));
    TAMGA_ASSIGN(rows, rows_of(sources_, *finder_, found));
    for (CodeRow const& row : rows) TAMGA_TRY(put(row, chunk));
    done_ += static_cast<std::int64_t>(rows.size());
    found_all_ = !more;
    if (form_ != ExportForm::Xlsx) return more;
    if (found_all_) TAMGA_TRY(table_->pack());
    return true;
  }
  return table_->next(chunk);
}

}  // namespace tamga::code_search
