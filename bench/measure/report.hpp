// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bench/measure/rounds.hpp"

namespace tamga::bench {

/// What the design asks of a figure.
struct Target {
  enum class Sense { AtLeast, AtMost };
  Sense sense = Sense::AtLeast;
  double floor = 0;
  double aim = 0;
};

/// One row of the table: what was measured, against what, and whether it reaches its floor. Written as
/// bench/results/<row>.json; bench/table.py makes the table of all rows.
class Report {
 public:
  Report(int number, std::string row, std::string title);

  /// One side of the rounds over another, round by round; judged by `target` unless it only informs.
  void compare(Rounds const& rounds, std::size_t ours, std::size_t theirs, std::string unit,
               std::optional<Target> target);
  /// A figure judged by itself.
  void judge(std::string name, std::string unit, std::vector<Sample> const& samples,
             std::optional<Target> target);
  /// What a reader must know to read the figures: sizes, shares, what was left out.
  void note(std::string text) { notes_.push_back(std::move(text)); }

  /// Prints the row and writes its file. Exit status of the program: 0, whether floors are met or not.
  int finish() const;

 private:
  struct Line {
    std::string ours, theirs, unit;
    std::vector<Sample> our_samples, their_samples;
    std::optional<Target> target;
    Spread value;
  };
  void add(Line line);

  int number_;
  std::string row_;
  std::string title_;
  std::vector<Line> lines_;
  std::vector<std::string> notes_;
};

/// TAMGA_BENCH_SCALE: 1 is what the table shows; less for a smoke run.
double scale();
/// `full` codes (or rows, seconds ...) at this scale, at least `least`.
std::int64_t scaled(std::int64_t full, std::int64_t least = 1);

}  // namespace tamga::bench
