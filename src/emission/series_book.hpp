// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <boost/unordered/unordered_flat_map.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "country/country.hpp"
#include "crypto/key_ring.hpp"
#include "emission/series.hpp"
#include "sql/store.hpp"

namespace tamga::emission {

/// Every series there is, in memory: which texts can be codes, and how many codes each series has handed out.
/// Shows only what is durable. Safe from any thread; pointers to series live as long as the book.
class SeriesBook {
 public:
  /// Reads the table. `country`, `keys` and `store` outlive the book. A row whose template the country no
  /// longer knows is kSeriesUnknown: codes outlive templates, so forms are never deleted from spec/.
  static Result<std::unique_ptr<SeriesBook>> open(sql::Store& store, country::Country const& country,
                                                  crypto::KeyRing const& keys);
  ~SeriesBook();

  [[nodiscard]] Series const* find(ledger::SeriesNo number) const;
  [[nodiscard]] Series const* find_sscc(std::int64_t prefix) const;
  [[nodiscard]] Series const* find_own_format() const;
  /// All series of a GTIN, oldest first; `out` is replaced.
  void of_gtin(gs1::Gtin gtin, std::vector<Series const*>& out) const;
  /// Indexes [0, issued) have been handed out but for the gaps, of an SSCC series all.
  [[nodiscard]] std::int64_t issued(Series const& series) const;
  /// Indexes of an Operator series that no code has, ascending: their serials were in use elsewhere. Nothing,
  /// nearly always. Asked for after `issued`.
  using Gaps = std::shared_ptr<std::vector<std::int64_t> const>;
  [[nodiscard]] Gaps gaps(Series const& series) const;
  /// All that reading a code needs of a series of goods.
  struct Known {
    Series const* series;
    crypto::SerialPermutation const* permutation;  ///< Operator series only
    std::uint64_t issued;
    Gaps gaps;
  };
  /// As `of_gtin`, at one moment. Errors: KEY_UNKNOWN.
  Result<void> known_of_gtin(gs1::Gtin gtin, std::vector<Known>& out) const;
  /// The permutation of an Operator series of the book; made when first asked for. Errors: KEY_UNKNOWN.
  [[nodiscard]] Result<crypto::SerialPermutation const*> permutation(Series const& series) const;

  /// Brings what other processes have added since: new series, and how far `touched` were handed out. True
  /// when something was new. On SQLite, where there are no other processes, does nothing.
  Result<bool> catch_up(std::span<ledger::SeriesNo const> touched);
  /// The same for every series: reads the whole table.
  Result<void> refresh();

  [[nodiscard]] country::Country const& country() const { return *country_; }

 private:
  friend class SeriesDesk;
  struct Entry;
  SeriesBook(sql::Store& store, country::Country const& country, crypto::KeyRing const& keys);

  Result<std::unique_ptr<Entry>> read_entry(sql::Row const& row) const;
  using GapsOf = std::map<std::int32_t, std::vector<std::int64_t>>;
  using Counts = std::vector<std::pair<ledger::SeriesNo, std::int64_t>>;
  bool take_in(Counts const& counts, GapsOf const& gaps);
  Result<bool> load_new(sql::Connection& connection);
  void add(std::unique_ptr<Entry> entry);  // with the mutex held
  [[nodiscard]] Entry* entry_of(ledger::SeriesNo number) const;
  Result<crypto::SerialPermutation const*> permutation_of(Entry& entry) const;
  Result<std::shared_ptr<crypto::SerialFormat const>> format_of(gs1::SerialRule const& rule) const;

  sql::Store* store_;
  country::Country const* country_;
  crypto::KeyRing const* keys_;
  mutable std::shared_mutex mutex_;
  std::vector<std::unique_ptr<Entry>> entries_;
  std::int32_t read_up_to_ = 0;  // series up to this number were read from the table
  boost::unordered_flat_map<std::int32_t, Entry*> by_number_;
  boost::unordered_flat_map<std::uint64_t, Entry*> by_gtin_;  // first of a chain
  boost::unordered_flat_map<std::int64_t, Entry*> by_sscc_prefix_;
  Entry* own_format_ = nullptr;
  mutable std::mutex formats_mutex_;
  mutable std::map<std::string, std::shared_ptr<crypto::SerialFormat const>> formats_;
};

}  // namespace tamga::emission
