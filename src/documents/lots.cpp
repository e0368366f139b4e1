// SPDX-License-Identifier: Apache-2.0
#include "documents/lots.hpp"

#include "documents/stored_day.hpp"
#include "ledger/errors.hpp"
#include "registry/recent.hpp"
#include "sql/batch.hpp"
#include "sql/statement.hpp"

namespace tamga::documents {
namespace {

constexpr sql::Statement kLots{
    "documents.lots",
    "SELECT lot, base, document, producer, produced_on, expires_on, batch, country, line, declaration, "
    "release_method, issuer, order_no, fee_payer, fee_at, fee_cover, fee_net, fee_vat "
    "FROM lot WHERE lot = ANY($1)"};
constexpr sql::Statement kInsertLot{
    "documents.lot.insert",
    "INSERT INTO lot (lot, base, document, producer, produced_on, expires_on, batch, country, line, "
    "declaration, release_method, issuer, order_no, fee_payer, fee_at, fee_cover, fee_net, fee_vat) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)"};

std::shared_ptr<Lot const> read(sql::Row const& row) {
  return std::make_shared<Lot const>(Lot{.number = row.as<ledger::LotNo>(0),
                                         .base = row.as<ledger::LotNo>(1),
                                         .document = row.as<ledger::DocumentNo>(2),
                                         .producer = row.as<ledger::ParticipantNo>(3),
                                         .produced_on = read_day(row.optional_int64(4)),
                                         .expires_on = read_day(row.optional_int64(5)),
                                         .batch = std::string(row.text(6)),
                                         .country = std::string(row.text(7)),
                                         .line = std::string(row.text(8)),
                                         .declaration = std::string(row.text(9)),
                                         .release_method = std::string(row.text(10)),
                                         .issuer = std::string(row.text(11)),
                                         .fee = {.order = row.as<ledger::DocumentNo>(12),
                                                 .payer = row.as<ledger::ParticipantNo>(13),
                                                 .at = static_cast<country::ChargeAt>(row.int64(14)),
                                                 .cover = billing::cover_of(row.int64(15)),
                                                 .release_unused = billing::releases_unused(row.int64(15)),
                                                 .net = row.int64(16),
                                                 .vat = row.int64(17)}});
}

}  // namespace

/// Lots never change, so what was read is believed for ever.
struct LotBook::State {
  explicit State(std::size_t capacity) : recent(capacity, std::nullopt) {}
  registry::Recent<ledger::LotNo, std::shared_ptr<Lot const>> recent;
};

LotBook::LotBook(sql::Store& store, std::size_t capacity)
    : store_(&store), state_(std::make_unique<State>(capacity)) {}

LotBook::~LotBook() = default;

Result<std::vector<std::shared_ptr<Lot const>>> LotBook::find(std::span<ledger::LotNo const> numbers) {
  std::vector<std::shared_ptr<Lot const>> found(numbers.size());
  std::vector<std::int64_t> missing;
  auto const others = state_->recent.find_lately(
      numbers, [&](std::size_t i, std::shared_ptr<Lot const> const& lot) { found[i] = lot; });
  for (std::size_t const i : others) {
    if (numbers[i] == ledger::LotNo()) continue;
    if (auto known = state_->recent.find(numbers[i]))
      found[i] = *std::move(known);
    else
      missing.push_back(numbers[i].value());
  }
  if (missing.empty()) return found;
  std::map<std::int64_t, std::shared_ptr<Lot const>> read_now;
  {
    TAMGA_ASSIGN(reader, store_->reader());
    TAMGA_ASSIGN(rows, reader->query(kLots, std::span<std::int64_t const>(missing)));
    TAMGA_TRY(rows.each([&](sql::Row const& row) {
      auto lot = read(row);
      read_now.emplace(lot->number.value(), lot);
    }));
  }
  for (auto const& [number, lot] : read_now) state_->recent.put(ledger::LotNo(number), lot);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] == ledger::LotNo() || found[i]) continue;
    auto const lot = read_now.find(numbers[i].value());
    if (lot == read_now.end())
      return fail(Error(ledger::kLedgerDamaged).log("no lot " + std::to_string(numbers[i].value())));
    found[i] = lot->second;
  }
  return found;
}

void LotBook::remember(std::shared_ptr<Lot const> lot) {
  auto const number = lot->number;
  state_->recent.put(number, std::move(lot));
}

Result<void> LotDesk::load(std::span<ledger::LotNo const> numbers) {
  std::vector<ledger::LotNo> unknown;
  for (ledger::LotNo const number : numbers)
    if (number != ledger::LotNo() && !known_.contains(number)) unknown.push_back(number);
  if (unknown.empty()) return {};
  TAMGA_ASSIGN(found, book_->find(unknown));
  for (auto& lot : found) known_.emplace(lot->number, std::move(lot));
  return {};
}

Lot const* LotDesk::at(ledger::LotNo number) const {
  auto const found = known_.find(number);
  return found == known_.end() ? nullptr : found->second.get();
}

void LotDesk::add(Lot lot) {
  added_.push_back(std::make_shared<Lot const>(std::move(lot)));
  known_.emplace(added_.back()->number, added_.back());
}

Result<void> LotDesk::write(sql::Connection& connection) {
  if (added_.empty()) return {};
  sql::Batch rows(18);
  for (auto const& lot : added_)
    rows.add(lot->number, lot->base, lot->document, lot->producer, stored_day(lot->produced_on),
             stored_day(lot->expires_on), std::string_view(lot->batch), std::string_view(lot->country),
             std::string_view(lot->line), std::string_view(lot->declaration),
             std::string_view(lot->release_method), std::string_view(lot->issuer), lot->fee.order,
             lot->fee.payer, static_cast<std::int64_t>(lot->fee.at), billing::stored_cover(lot->fee),
             lot->fee.net, lot->fee.vat);
  TAMGA_TRY(connection.batch(kInsertLot, rows));
  return {};
}

void LotDesk::publish() {
  for (auto& lot : added_) book_->remember(std::move(lot));
  added_.clear();
}

}  // namespace tamga::documents
