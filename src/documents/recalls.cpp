// SPDX-License-Identifier: Apache-2.0
#include "documents/recalls.hpp"

#include <algorithm>

#include "documents/stored_day.hpp"
#include "ledger/errors.hpp"
#include "sql/statement.hpp"
#include "sql/store.hpp"

namespace tamga::documents {
namespace {

#define TAMGA_RECALL_COLUMNS                                                                         \
  "recall, gtin, batch, produced_from, produced_to, reason, instruction, declared_by, declared_at, " \
  "lifted_by"
constexpr sql::Statement kRecalls{"documents.recalls",
                                  "SELECT " TAMGA_RECALL_COLUMNS
                                  " FROM recall WHERE lifted_by = 0 ORDER BY gtin, recall"};
constexpr sql::Statement kRecall{"documents.recall",
                                 "SELECT " TAMGA_RECALL_COLUMNS " FROM recall WHERE recall = $1"};
/// $2: 0 all, 1 in force, 2 lifted.
constexpr sql::Statement kRecallsOf{
    "documents.recalls.of", "SELECT " TAMGA_RECALL_COLUMNS
                            " FROM recall WHERE recall < $1 AND ($2 = CAST(0 AS {integer}) OR ($2 = 1 AND "
                            "lifted_by = 0) OR ($2 = 2 AND lifted_by <> 0)) AND (gtin = $3 OR $3 = 0) "
                            "ORDER BY recall DESC LIMIT $4"};
constexpr sql::Statement kInsertRecall{"documents.recall.insert",
                                       "INSERT INTO recall (" TAMGA_RECALL_COLUMNS
                                       ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
#undef TAMGA_RECALL_COLUMNS
constexpr sql::Statement kLiftRecall{"documents.recall.lift",
                                     "UPDATE recall SET lifted_by = $2 WHERE recall = $1 AND lifted_by = 0"};

bool before(Recall const& a, Recall const& b) {
  return a.gtin < b.gtin || (a.gtin == b.gtin && a.number < b.number);
}

Recall read(sql::Row const& row) {
  return {.number = row.as<ledger::DocumentNo>(0),
          .gtin = gs1::Gtin::from_number(static_cast<std::uint64_t>(row.int64(1))),
          .batch = std::string(row.text(2)),
          .produced_from = read_day(row.optional_int64(3)),
          .produced_to = read_day(row.optional_int64(4)),
          .reason = std::string(row.text(5)),
          .instruction = std::string(row.text(6)),
          .declared_by = row.as<ledger::ParticipantNo>(7),
          .declared_at = row.as<UnixMs>(8),
          .lifted_by = row.as<ledger::DocumentNo>(9)};
}

/// The recall is in force, or no longer.
void put_in_force(RecallBook::Recalls& recalls, Recall const& changed) {
  auto const same = [&](Recall const& recall) { return recall.number == changed.number; };
  recalls.erase(std::remove_if(recalls.begin(), recalls.end(), same), recalls.end());
  if (changed.lifted_by == ledger::DocumentNo())
    recalls.insert(std::upper_bound(recalls.begin(), recalls.end(), changed, before), changed);
}

}  // namespace

bool Recall::covers(gs1::Gtin code_gtin, Lot const* lot) const {
  if (code_gtin != gtin) return false;
  if (!batch.empty() && (!lot || lot->batch != batch)) return false;
  if (!produced_from && !produced_to) return true;
  // Goods of no known day are not proven to be safe.
  if (!lot || !lot->produced_on) return true;
  return (!produced_from || *produced_from <= *lot->produced_on) &&
         (!produced_to || *lot->produced_on <= *produced_to);
}

Result<std::vector<Recall>> recalls_of(sql::Connection& connection, RecallFilter const& filter,
                                       ledger::DocumentNo before, int limit) {
  std::int64_t const which = !filter.in_force ? 0 : *filter.in_force ? 1 : 2;
  TAMGA_ASSIGN(rows, connection.query(kRecallsOf, before, which,
                                      static_cast<std::int64_t>(filter.gtin.number()), limit));
  std::vector<Recall> out;
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(read(row)); }));
  return out;
}

Result<std::optional<Recall>> find_recall(sql::Connection& connection, ledger::DocumentNo number) {
  return connection.find(kRecall, read, number);
}

Result<std::unique_ptr<RecallBook>> RecallBook::open(sql::Store& store) {
  auto book = std::make_unique<RecallBook>();
  TAMGA_TRY(book->refresh(store));
  return book;
}

Result<void> RecallBook::refresh(sql::Store& store) {
  while (true) {
    std::uint64_t const before = changes_.load();
    Recalls recalls;
    {
      TAMGA_ASSIGN(reader, store.reader());
      TAMGA_ASSIGN(rows, reader->query(kRecalls));
      TAMGA_TRY(rows.each([&](sql::Row const& row) { recalls.push_back(read(row)); }));
    }
    // What was declared while the rows were read must not be forgotten again.
    if (replace_unless_changed(std::move(recalls), before)) return {};
  }
}

std::shared_ptr<RecallBook::Recalls const> RecallBook::snapshot() const {
  std::lock_guard const lock(mutex_);
  return recalls_;
}

Recall const* RecallBook::find(Recalls const& recalls, gs1::Gtin gtin, Lot const* lot) {
  auto at = std::lower_bound(recalls.begin(), recalls.end(), gtin,
                             [](Recall const& recall, gs1::Gtin wanted) { return recall.gtin < wanted; });
  for (; at != recalls.end() && at->gtin == gtin; ++at)
    if (at->covers(gtin, lot)) return &*at;
  return nullptr;
}

bool RecallBook::replace_unless_changed(Recalls recalls, std::uint64_t changes) {
  auto fresh = std::make_shared<Recalls const>(std::move(recalls));
  std::lock_guard const lock(mutex_);
  if (changes_.load() != changes) return false;
  recalls_ = std::move(fresh);
  return true;
}

void RecallBook::change(std::span<Recall const> changed) {
  std::lock_guard const lock(mutex_);
  ++changes_;
  Recalls recalls = *recalls_;
  for (Recall const& recall : changed) put_in_force(recalls, recall);
  recalls_ = std::make_shared<Recalls const>(std::move(recalls));
}

RecallDesk::RecallDesk(RecallBook& book) : book_(&book), published_(book.snapshot()) {}

Recall const* RecallDesk::find(ledger::DocumentNo number) const {
  for (Recall const& recall : recalls())
    if (recall.number == number) return &recall;
  return nullptr;
}

void RecallDesk::change(Recall recall) {
  if (!own_) own_ = *published_;
  put_in_force(*own_, recall);
  changed_.push_back(std::move(recall));
}

void RecallDesk::declare(Recall recall) { change(std::move(recall)); }

void RecallDesk::lift(ledger::DocumentNo number, ledger::DocumentNo by) {
  Recall const* found = find(number);
  if (!found) return;
  Recall lifted = *found;
  lifted.lifted_by = by;
  change(std::move(lifted));
}

Result<void> RecallDesk::write(sql::Connection& connection) {
  for (Recall const& recall : changed_) {
    if (recall.lifted_by != ledger::DocumentNo()) {
      TAMGA_ASSIGN(lifted, connection.execute(kLiftRecall, recall.number, recall.lifted_by));
      if (lifted != 1) return fail(ledger::kBlockChanged);
      continue;
    }
    TAMGA_TRY(connection.execute(
        kInsertRecall, recall.number, static_cast<std::int64_t>(recall.gtin.number()), recall.batch,
        stored_day(recall.produced_from), stored_day(recall.produced_to), recall.reason, recall.instruction,
        recall.declared_by, recall.declared_at, recall.lifted_by));
  }
  return {};
}

void RecallDesk::publish() {
  if (!changed_.empty()) book_->change(changed_);
  changed_.clear();
}

}  // namespace tamga::documents
