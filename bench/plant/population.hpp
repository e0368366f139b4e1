// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "bench/plant/plant.hpp"

namespace tamga::bench {

/// Codes in circulation: one series of a million (or less) for each product, issued, applied and introduced
/// in documents of a million; then one code in a hundred was sold by itself, here and there.
struct Population {
  std::vector<emission::OrderLine> series;
  std::int64_t per_series = 0;

  [[nodiscard]] std::int64_t size() const { return per_series * static_cast<std::int64_t>(series.size()); }
  /// The n-th code of all.
  [[nodiscard]] ledger::CodeNo code(std::int64_t n) const {
    return series[static_cast<std::size_t>(n / per_series)].codes.ranges()[0].first + n % per_series;
  }
  /// Whether the code was sold while the population was made: always an odd one.
  [[nodiscard]] static bool sold(std::int64_t n) { return n % 100 == n / 100 * 37 % 50 * 2 + 1; }
};

/// About `codes` codes of `form`; the database is complete afterwards.
Population populate(Plant& plant, country::CodeTemplate const& form, std::int64_t codes);

/// Ranges [first, first + count) of a population as one set.
ledger::CodeSet stretch(Population const& population, std::int64_t first, std::int64_t count);

}  // namespace tamga::bench
