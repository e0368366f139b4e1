// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "base/number_source.hpp"
#include "base/random.hpp"
#include "country/country.hpp"
#include "crypto/key_ring.hpp"
#include "emission/order.hpp"
#include "emission/series_desk.hpp"
#include "emission/tail_keys.hpp"
#include "journal/journal.hpp"
#include "ledger/ledger.hpp"
#include "registry/catalogue.hpp"

namespace tamga::bench {

/// A producer without papers: series, codes and what happens to them, written through the rooms themselves,
/// durable and journaled, but without documents. On a SQLite store in FOLDER/store with keys in FOLDER/keys,
/// where a server finds everything later. One thread.
class Plant {
 public:
  explicit Plant(std::filesystem::path const& folder, std::size_t cache_bytes = std::size_t{4} << 30);
  ~Plant();

  /// The first form of a code that has this tail, a serial of `serial_size` characters and no price.
  [[nodiscard]] country::CodeTemplate const& form(gs1::TailKind tail, std::size_t serial_size) const;
  /// Well-formed, different for each `number`, of the country's own prefix.
  [[nodiscard]] static gs1::Gtin gtin(int number);

  /// An order accepted: indexes reserved, codes issued, the order kept, all in one commit.
  emission::OrderLine order(gs1::Gtin gtin, country::CodeTemplate const& form, std::int64_t quantity);
  /// One document: `event` happens to the codes, in one commit.
  void happen(ledger::Event event, ledger::Patch const& patch, ledger::CodeSet const& codes);
  /// Several documents in one commit, as the writer does with small ones; each may do several things.
  void happen(std::vector<std::vector<ledger::Change>> const& documents);
  /// A lot and a product card for a series, as documents and the catalogue would have left them.
  void describe(gs1::Gtin gtin, country::CodeTemplate const& form, ledger::LotNo lot);
  /// What packages of codes hold, beside the ledger.
  void keep_contents(std::vector<std::pair<ledger::CodeNo, ledger::CodeSet>> const& packages);
  /// Some of what memory is ahead of the database, or all.
  bool settle(bool all);

  [[nodiscard]] country::Country const& country() const { return *country_; }
  [[nodiscard]] emission::SeriesBook& book() { return *book_; }
  [[nodiscard]] emission::TailKeys const& tails() const { return *tails_; }
  [[nodiscard]] crypto::KeyRing const& keys() const { return *keys_; }
  [[nodiscard]] ledger::Ledger& ledger() { return *ledger_; }
  [[nodiscard]] sql::Store& store() { return *store_; }

  /// Whose codes they are.
  static constexpr ledger::ParticipantNo kProducer{2};

 private:
  struct Turn;
  template <class Work>
  void transact(Work&& work);

  SystemClock clock_;
  SystemRng rng_;
  std::optional<country::Country> country_;
  std::unique_ptr<crypto::KeyRing> keys_;
  std::unique_ptr<sql::Store> store_;
  std::unique_ptr<registry::Catalogue> catalogue_;
  std::unique_ptr<emission::SeriesBook> book_;
  std::optional<emission::TailKeys> tails_;
  std::unique_ptr<ledger::Ledger> ledger_;
  std::optional<NumberSource> numbers_;
  std::optional<journal::Journal> journal_;
};

}  // namespace tamga::bench
