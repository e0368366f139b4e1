// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "code_search/code_row.hpp"
#include "packets/source.hpp"
#include "spreadsheet/xlsx.hpp"

namespace tamga::code_search {

enum class ExportForm : std::uint8_t { Csv, Jsonl, Xlsx };

/// Everything a search finds, as a file of rows, in order of code number. Csv: RFC 4180 with a heading.
class ExportSource final : public packets::Source {
 public:
  /// Name of goods in the reader's language; empty: not known.
  using ProductName = std::function<Result<std::string>(gs1::Gtin)>;

  /// `sources` outlive it. Errors: those of the finder, XLSX_FAILED.
  static Result<std::unique_ptr<packets::Source>> make(Sources const& sources, Filter filter, ExportForm form,
                                                       ProductName product_name);
  Result<bool> next(std::string& chunk) override;
  [[nodiscard]] std::int64_t done() const override { return done_; }

 private:
  ExportSource(Sources const& sources, std::unique_ptr<Finder> finder, ExportForm form, ProductName name)
      : sources_(sources), finder_(std::move(finder)), form_(form), product_name_(std::move(name)) {}
  Result<void> put(CodeRow const& row, std::string& chunk);
  Result<std::string const*> name_of_product(gs1::Gtin gtin);

  Sources sources_;
  std::unique_ptr<Finder> finder_;
  ExportForm form_;
  ProductName product_name_;
  std::map<gs1::Gtin, std::string> names_;
  std::optional<spreadsheet::Xlsx> table_;
  std::int64_t done_ = 0;
  bool begun_ = false;
  bool found_all_ = false;
};

}  // namespace tamga::code_search
