// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace tamga::bench {

/// What one side did in one round.
struct Sample {
  double figure = 0;       ///< in the unit of the comparison
  double cpu_seconds = 0;  ///< of everything that worked for this side, load generator included
};

/// One side of a comparison: ours, a limit or a peer.
struct Side {
  std::string name;
  std::function<Sample(int round)> run;
};

/// Rounds of all sides in turn: A B C A B C ... The first `warm_up` rounds are not counted; `round` goes on
/// counting through them, so that a side may take other codes in every round.
struct Rounds {
  std::vector<std::string> sides;
  std::vector<std::vector<Sample>> samples;  ///< by side, then by round
};
Rounds interleave(std::vector<Side> const& sides, int rounds, int warm_up = 1);

struct Spread {
  double median = 0;
  double min = 0;
  double max = 0;
};
Spread spread(std::vector<double> values);
Spread figures(std::vector<Sample> const& samples);
/// Of `ours` over `theirs`, round by round: drift of the machine cancels out.
Spread ratios(std::vector<Sample> const& ours, std::vector<Sample> const& theirs);

}  // namespace tamga::bench
