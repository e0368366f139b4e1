// SPDX-License-Identifier: Apache-2.0
#include "business_register/extract.hpp"

#include <algorithm>

#include "business_register/errors.hpp"
#include "business_register/extract_row.hpp"

namespace tamga::business_register {
namespace {

constexpr std::size_t kNotThere = static_cast<std::size_t>(-1);

}  // namespace

Extract::Extract(std::istream& text, std::string file, country::IdentifierRules const& rules, Date as_of)
    : file_(std::move(file)),
      rules_(&rules),
      as_of_(as_of),
      records_(text, {kExtractQuotes, kExtractUnreadable}),
      columns_(kColumnNames.size(), kNotThere) {}

Result<Extract> Extract::open(std::istream& text, std::string file, country::IdentifierRules const& rules,
                              Date as_of) {
  Extract extract(text, std::move(file), rules, as_of);
  TAMGA_TRY(extract.read_header());
  return extract;
}

Result<void> Extract::read_header() {
  auto const header = records_.next();
  if (!header) return fail(Error(header.error()).at(file_ + ":" + header.error().where()));
  if (!*header) return fail(Error(kExtractEmpty).at(file_));
  width_ = (*header)->fields.size();
  for (std::size_t i = 0; i < width_; ++i) {
    std::string const& name = (*header)->fields[i];
    auto const found = std::ranges::find(kColumnNames, std::string_view(name));
    auto const column = static_cast<std::size_t>(found - kColumnNames.begin());
    if (found == kColumnNames.end() || columns_[column] != kNotThere)
      return fail(Error(kExtractColumn).at(place((*header)->line)).with("number", std::to_string(i + 1)));
    columns_[column] = i;
  }
  for (std::size_t column = 0; column < kNeededColumns; ++column)
    if (columns_[column] == kNotThere)
      return fail(
          Error(kExtractHeader).at(place((*header)->line)).with("column", std::string(kColumnNames[column])));
  return {};
}

Result<BusinessEntity> Extract::entity_of(CsvRecords::Record const& record, bool& doubted) {
  if (record.fields.size() != width_)
    return fail(Error(kExtractRowWidth)
                    .with("expected", std::to_string(width_))
                    .with("actual", std::to_string(record.fields.size())));
  TAMGA_ASSIGN(entity, ExtractRow(record.fields, columns_).entity(*rules_, as_of_, doubted));
  auto const [first, fresh] = lines_.emplace(entity.tax_id, record.line);
  if (!fresh) return fail(Error(kExtractRowTwice).with("line", std::to_string(first->second)));
  return std::move(entity);
}

Result<std::optional<Extract::Row>> Extract::next() {
  auto const record = records_.next();
  if (!record) return fail(Error(record.error()).at(file_ + ":" + record.error().where()));
  if (!*record) return std::optional<Row>();
  Row row{(*record)->line, fail(kExtractEmpty), false};
  row.entity = entity_of(**record, row.doubted);
  if (!row.entity) row.entity = fail(Error(row.entity.error()).at(place(row.line)));
  return std::optional(std::move(row));
}

}  // namespace tamga::business_register
