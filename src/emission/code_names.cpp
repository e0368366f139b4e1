// SPDX-License-Identifier: Apache-2.0
#include "emission/code_names.hpp"

#include <optional>

#include "emission/errors.hpp"
#include "gs1/check_digit.hpp"
#include "gs1/sscc.hpp"
#include "ledger/errors.hpp"
#include "sql/statement.hpp"

namespace tamga::emission {
namespace {

constexpr sql::Statement kBroughtSerial{"emission.serial.name",
                                        "SELECT serial FROM custom_serial WHERE series = $1 AND idx = $2"};

std::string sscc_of(Series const& series, std::int64_t index) {
  auto const payload = static_cast<std::uint64_t>(series.sscc_prefix * kSsccsOfPrefix + index);
  std::string out;
  gs1::Sscc::from_number(payload * 10 + gs1::mod10_check_digit(payload)).append_code_to(out);
  return out;
}

Result<std::string> brought_serial(sql::Connection& connection, Series const& series, std::int64_t index) {
  TAMGA_ASSIGN(serial, connection.find(
                           kBroughtSerial, [](sql::Row const& row) { return std::string(row.text(0)); },
                           series.number, index));
  if (!serial) return fail(Error(ledger::kLedgerDamaged).log("a brought serial is not there"));
  return *std::move(serial);
}

}  // namespace

Result<Series const*> met_series(SeriesBook& book, ledger::SeriesNo number) {
  if (Series const* const known = book.find(number)) return known;
  TAMGA_TRY(book.catch_up({}));
  Series const* const series = book.find(number);
  if (series == nullptr) return fail(Error(kSeriesUnknown).with("series", std::to_string(number.value())));
  return series;
}

Result<std::vector<std::string>> names_of(std::span<ledger::CodeNo const> codes, SeriesBook& book,
                                          sql::Store& store) {
  std::vector<std::string> names;
  names.reserve(codes.size());
  std::optional<sql::Lease> reader;
  for (ledger::CodeNo const code : codes) {
    TAMGA_ASSIGN(series, met_series(book, ledger::series_of(code)));
    std::int64_t const index = ledger::index_of(code);
    if (series->kind == SeriesKind::Sscc) {
      names.push_back(sscc_of(*series, index));
      continue;
    }
    std::string serial;
    if (series->kind == SeriesKind::Operator) {
      TAMGA_ASSIGN(permutation, book.permutation(*series));
      serial.resize(series->layout.serial_length());
      permutation->serials(static_cast<std::uint64_t>(index), 1, serial.data(), serial.size());
    } else {
      if (!reader) {
        TAMGA_ASSIGN(lease, store.reader());
        reader.emplace(std::move(lease));
      }
      TAMGA_ASSIGN(brought, brought_serial(**reader, *series, index));
      serial = std::move(brought);
    }
    if (series->kind == SeriesKind::OwnFormat)
      names.push_back(std::move(serial));
    else
      series->layout.append_identity(names.emplace_back(), series->gtin, serial);
  }
  return names;
}

}  // namespace tamga::emission
