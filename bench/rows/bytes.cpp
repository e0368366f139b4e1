// SPDX-License-Identifier: Apache-2.0
// Bytes on disk for a code with five events of history: codes in the order of the line, codes in cases, and
// codes that are sold one by one; against a row for each code and each event in PostgreSQL.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "bench/measure/folder.hpp"
#include "bench/measure/must.hpp"
#include "bench/measure/report.hpp"
#include "bench/peers/postgres.hpp"
#include "bench/plant/plant.hpp"
#include "crypto/sha256.hpp"

namespace tamga::bench {
namespace {

using ledger::Event;

constexpr std::int64_t kOrder = 100'000;
constexpr std::int64_t kDocument = 8'000;
constexpr std::int64_t kCase = 20;
constexpr ledger::ParticipantNo kShop{7};

/// One life of codes on a store of its own.
class Life {
 public:
  explicit Life(std::int64_t codes) : plant_(std::make_unique<Plant>(folder_.path())), codes_(codes) {
    auto const& form = plant_->form(gs1::TailKind::Mac44, 13);
    for (std::int64_t made = 0; made < codes; made += kOrder) {
      auto const order = plant_->order(Plant::gtin(1), form, kOrder);
      lines_.push_back(order.codes.ranges()[0]);
    }
    each_document(Event::Apply, ledger::patch_of(Event::Apply).lot(ledger::LotNo(1)));
    each_document(Event::Introduce, ledger::patch_of(Event::Introduce).lot(ledger::LotNo(1)));
  }

  void each_document(Event event, ledger::Patch const& patch) {
    for (auto const& line : lines_)
      for (std::int64_t at = 0; at < line.count; at += kDocument)
        plant_->happen(event, patch,
                       ledger::CodeSet({line.first + at, std::min(kDocument, line.count - at)}));
    plant_->settle(false);
  }

  /// Into group packs of 20, which have codes themselves; their lives are part of the price.
  void pack() {
    auto const& form = plant_->form(gs1::TailKind::Mac44, 13);
    auto cases = plant_->order(Plant::gtin(2), form, codes_ / kCase).codes;
    auto next = cases.ranges()[0].first;
    for (Event const event : {Event::Apply, Event::Introduce})
      plant_->happen(event, ledger::patch_of(event).lot(ledger::LotNo(1)), cases);
    for (auto const& line : lines_) {
      for (std::int64_t at = 0; at < line.count; at += kDocument) {
        std::vector<ledger::Change> changes;
        std::vector<std::pair<ledger::CodeNo, ledger::CodeSet>> contents;
        for (std::int64_t in = at; in < std::min(at + kDocument, line.count); in += kCase, next = next + 1) {
          ledger::CodeSet const content({line.first + in, kCase});
          changes.push_back({Event::Pack, ledger::patch_of(Event::Pack).parent(next), content});
          contents.emplace_back(next, content);
        }
        plant_->happen({changes});
        plant_->keep_contents(contents);
      }
      plant_->settle(false);
    }
  }

  /// Every code by a document of its own, in random order, 500 in a commit.
  void sell_one_by_one() {
    std::vector<std::int64_t> order(static_cast<std::size_t>(codes_));
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), std::mt19937_64(7));
    auto const patch = ledger::patch_of(Event::Sell).reason(1).parent(ledger::CodeNo());
    for (std::size_t at = 0; at < order.size(); at += 500) {
      std::vector<std::vector<ledger::Change>> documents;
      for (std::size_t i = at; i < std::min(at + 500, order.size()); ++i)
        documents.push_back({{Event::Sell, patch, ledger::CodeSet({code(order[i]), 1})}});
      plant_->happen(documents);
      plant_->settle(false);
    }
  }

  /// All files of the store after everything has settled and the store was closed, without the journal.
  double bytes_per_code() {
    require(plant_->ledger().history(code(4321)).value().size() == 5, "five events expected");
    plant_->settle(true);
    double const journal = static_cast<double>(journal_bytes());
    plant_.reset();
    double const all = static_cast<double>(bytes_under(folder_.path() / "store"));
    fmt::print("  {:.0f} bytes, journal {:.0f}\n", all, journal);
    journal_per_code_ = journal / static_cast<double>(codes_);
    return (all - journal) / static_cast<double>(codes_);
  }
  [[nodiscard]] double journal_per_code() const { return journal_per_code_; }

 private:
  [[nodiscard]] ledger::CodeNo code(std::int64_t n) const {
    return lines_[static_cast<std::size_t>(n / kOrder)].first + n % kOrder;
  }
  std::int64_t journal_bytes() {
    constexpr sql::Statement kBytes{
        "bench.bytes", "SELECT coalesce(sum(length(entries) + length(hash) + 24), 0) FROM journal"};
    auto reader = must(plant_->store().reader());
    return must(reader->find(kBytes, [](sql::Row const& row) { return row.int64(0); })).value_or(0);
  }

  Folder folder_;
  std::unique_ptr<Plant> plant_;
  std::int64_t codes_;
  std::vector<ledger::CodeRange> lines_;
  double journal_per_code_ = 0;
};

/// The least PostgreSQL can do: rows inserted in their final state, so nothing is bloated by updates.
double postgres_bytes_per_code(std::int64_t codes) {
  Postgres const postgres;
  auto session = postgres.connect();
  make_code_rows(session, codes);
  session.run(
      fmt::format("INSERT INTO history SELECT i, 1000 * e + i / 8000, e, now() FROM generate_series(1, 5) AS "
                  "e, generate_series(1, {}) AS i",
                  codes));
  session.run("VACUUM FULL");
  auto const bytes =
      session.number("SELECT pg_total_relation_size('code') + pg_total_relation_size('history')");
  return static_cast<double>(bytes) / static_cast<double>(codes);
}

int run() {
  Report report(7, "bytes", "Bytes on disk for a code with five events of history");
  Target const target{Target::Sense::AtMost, 40, 24};
  std::int64_t const many = scaled(2'000'000, kOrder) / kOrder * kOrder;
  std::int64_t const few = scaled(500'000, kOrder) / kOrder * kOrder;

  Life line(many);
  line.each_document(Event::Ship, ledger::patch_of(Event::Ship));
  line.each_document(Event::Accept, ledger::patch_of(Event::Accept).owner(kShop));
  report.judge("in the order of the line: issue, apply, introduce, ship, accept", "bytes/code",
               {{line.bytes_per_code(), 0}}, target);

  Life packed(many);
  packed.pack();
  packed.each_document(Event::Correct, ledger::patch_of(Event::Correct).lot(ledger::LotNo(2)));
  report.judge("in packs of 20: issue, apply, introduce, pack, correct", "bytes/code",
               {{packed.bytes_per_code(), 0}}, target);

  Life sold(few);
  sold.pack();
  sold.sell_one_by_one();
  report.judge("in packs of 20, then sold one by one in random order", "bytes/code",
               {{sold.bytes_per_code(), 0}}, target);

  report.judge("PostgreSQL, a row for each code and each event", "bytes/code",
               {{postgres_bytes_per_code(scaled(2'000'000, kOrder)), 0}}, {});
  report.note(
      fmt::format("Without signed bodies and journal; the journal is {:.2g}, {:.2g} and {:.3g} bytes a code",
                  line.journal_per_code(), packed.journal_per_code(), sold.journal_per_code()));
  report.note(
      "Orders of 100 000 codes, documents of 8 000; group packs, their codes and contents are included");
  return report.finish();
}

}  // namespace
}  // namespace tamga::bench

int main() { return tamga::bench::run(); }
