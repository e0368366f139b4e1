// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <deque>
#include <functional>
#include <vector>

#include "base/result.hpp"
#include "emission/series_book.hpp"
#include "gs1/scan.hpp"

namespace tamga::emission {

/// The series that a scan with some GTIN may belong to.
struct GtinSeries {
  struct Candidate : SeriesBook::Known {
    /// Whether a code of the Operator series has the index.
    [[nodiscard]] bool has(std::uint64_t index) const {
      if (index >= issued) return false;
      return gaps == nullptr ||
             !std::binary_search(gaps->begin(), gaps->end(), static_cast<std::int64_t>(index));
    }
  };
  boost::container::small_vector<Candidate, 2> candidates;
  boost::container::small_vector<gs1::CodeLayout const*, 2> layouts;
  /// The serials of all are equally long, so an identity without anything behind it can be cut in one way
  /// only.
  bool one_length = true;
};

/// Asks the book once for each GTIN of a batch. One thread.
class GtinSeriesOf {
 public:
  explicit GtinSeriesOf(SeriesBook const& book) : book_(&book) {}

  /// Errors: KEY_UNKNOWN when the ring has lost the key of a series.
  Result<GtinSeries const*> operator()(gs1::Gtin gtin);
  /// Every series that was asked about.
  [[nodiscard]] std::vector<ledger::SeriesNo> seen() const;
  void forget();

 private:
  SeriesBook const* book_;
  gs1::Gtin last_gtin_;
  GtinSeries const* last_ = nullptr;
  std::deque<GtinSeries> all_;
  boost::unordered_flat_map<gs1::Gtin, GtinSeries const*, std::hash<gs1::Gtin>> known_;
  std::vector<SeriesBook::Known> found_;
};

}  // namespace tamga::emission
