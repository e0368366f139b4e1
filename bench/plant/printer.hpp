// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "bench/plant/population.hpp"
#include "emission/code_writer.hpp"

namespace tamga::bench {

/// Codes of a population as they are printed, tails included.
class Printer {
 public:
  Printer(Population const& population, emission::SeriesBook& book, emission::TailKeys const& tails,
          sql::Store& store);

  /// The n-th code of the population.
  std::string code(std::int64_t n);
  /// As members of a JSON array, commas between.
  void append_json(std::span<std::int64_t const> numbers, std::string& out);

 private:
  std::int64_t per_series_;
  std::vector<emission::CodeWriter> writers_;
};

/// Everything but letters and digits as %XX.
std::string percent_encoded(std::string_view text);

/// `count` numbers: `first` and those behind it, or a random choice of [0, size) without those that were
/// sold; `seed` decides which. Ascending where contiguous, in random order where scattered.
std::vector<std::int64_t> contiguous(std::int64_t first, std::int64_t count);
std::vector<std::int64_t> scattered(Population const& population, std::int64_t count, std::uint64_t seed);

}  // namespace tamga::bench
