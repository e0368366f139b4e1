// SPDX-License-Identifier: Apache-2.0
#include "documents/part_sales.hpp"

#include "ledger/errors.hpp"
#include "sql/batch.hpp"
#include "sql/statement.hpp"

namespace tamga::documents {
namespace {

constexpr sql::Statement kPartSales{"documents.part_sales",
                                    "SELECT code, whole, sold FROM part_sale WHERE code = ANY($1)"};
constexpr sql::Statement kInsertPartSale{
    "documents.part_sale.insert",
    "INSERT INTO part_sale (code, whole, sold) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING"};
constexpr sql::Statement kUpdatePartSale{
    "documents.part_sale.update",
    "UPDATE part_sale SET whole = $2, sold = $3 WHERE code = $1 AND whole = $4 AND sold = $5"};

Result<void> write_all(sql::Connection& connection, sql::Statement const& statement, sql::Batch const& rows) {
  if (rows.empty()) return {};
  TAMGA_ASSIGN(written, connection.batch(statement, rows));
  if (written != static_cast<std::int64_t>(rows.size())) return fail(ledger::kBlockChanged);
  return {};
}

}  // namespace

Result<std::vector<PartSale>> part_sales(sql::Connection& connection, std::span<ledger::CodeNo const> codes) {
  PartSaleDesk desk(connection);
  TAMGA_TRY(desk.load(codes));
  std::vector<PartSale> out;
  out.reserve(codes.size());
  for (ledger::CodeNo const code : codes) out.push_back(desk.at(code));
  return out;
}

Result<void> PartSaleDesk::load(std::span<ledger::CodeNo const> codes) {
  std::vector<std::int64_t> unknown;
  for (ledger::CodeNo const code : codes)
    if (known_.try_emplace(code).second) unknown.push_back(code.value());
  if (unknown.empty()) return {};
  TAMGA_ASSIGN(rows, connection_->query(kPartSales, std::span<std::int64_t const>(unknown)));
  return rows.each([&](sql::Row const& row) {
    PartSale const sale{row.int64(1), row.int64(2)};
    known_[row.as<ledger::CodeNo>(0)] = {sale, sale, false};
  });
}

PartSale PartSaleDesk::at(ledger::CodeNo code) const {
  auto const found = known_.find(code);
  return found == known_.end() ? PartSale() : found->second.now;
}

void PartSaleDesk::put(ledger::CodeNo code, PartSale sale) {
  Known& known = known_[code];
  known.now = sale;
  known.changed = true;
}

Result<void> PartSaleDesk::write() {
  sql::Batch inserts(3);
  sql::Batch updates(5);
  for (auto const& [code, known] : known_) {
    if (!known.changed) continue;
    if (known.before.whole == 0)
      inserts.add(code, known.now.whole, known.now.sold);
    else
      updates.add(code, known.now.whole, known.now.sold, known.before.whole, known.before.sold);
  }
  TAMGA_TRY(write_all(*connection_, kInsertPartSale, inserts));
  return write_all(*connection_, kUpdatePartSale, updates);
}

}  // namespace tamga::documents
