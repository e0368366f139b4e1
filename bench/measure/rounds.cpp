// SPDX-License-Identifier: Apache-2.0
#include "bench/measure/rounds.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tamga::bench {

Rounds interleave(std::vector<Side> const& sides, int rounds, int warm_up) {
  Rounds result;
  result.samples.resize(sides.size());
  for (Side const& side : sides) result.sides.push_back(side.name);
  for (int round = 0; round < warm_up + rounds; ++round) {
    for (std::size_t i = 0; i < sides.size(); ++i) {
      Sample const sample = sides[i].run(round);
      fmt::print("  round {}{}: {}: {:.4g} (cpu {:.3g} s)\n", round, round < warm_up ? " (warm-up)" : "",
                 sides[i].name, sample.figure, sample.cpu_seconds);
      std::fflush(stdout);
      if (round >= warm_up) result.samples[i].push_back(sample);
    }
  }
  return result;
}

Spread spread(std::vector<double> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  std::size_t const half = values.size() / 2;
  double const median = values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  return {median, values.front(), values.back()};
}

Spread figures(std::vector<Sample> const& samples) {
  std::vector<double> values;
  for (Sample const& sample : samples) values.push_back(sample.figure);
  return spread(std::move(values));
}

Spread ratios(std::vector<Sample> const& ours, std::vector<Sample> const& theirs) {
  std::vector<double> values;
  for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i)
    values.push_back(ours[i].figure / theirs[i].figure);
  return spread(std::move(values));
}

}  // namespace tamga::bench
