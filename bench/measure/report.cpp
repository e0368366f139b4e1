// SPDX-License-Identifier: Apache-2.0
#include "bench/measure/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/testing/source_path.hpp"
#include "bench/measure/machine_facts.hpp"

namespace tamga::bench {
namespace {

using Json = nlohmann::ordered_json;

bool reaches(double value, double wanted, Target::Sense sense) {
  return sense == Target::Sense::AtLeast ? value >= wanted : value <= wanted;
}

Json json_of(std::vector<Sample> const& samples) {
  Json figures = Json::array();
  Json cpu = Json::array();
  for (Sample const& sample : samples) {
    figures.push_back(sample.figure);
    cpu.push_back(sample.cpu_seconds);
  }
  return {{"figures", figures}, {"cpu_seconds", cpu}};
}

Json json_of(Spread const& spread) {
  return {{"median", spread.median}, {"min", spread.min}, {"max", spread.max}};
}

}  // namespace

double scale() {
  char const* text = std::getenv("TAMGA_BENCH_SCALE");
  double const value = text == nullptr ? 1 : std::atof(text);
  return value > 0 ? value : 1;
}

std::int64_t scaled(std::int64_t full, std::int64_t least) {
  return std::max(least, static_cast<std::int64_t>(std::llround(static_cast<double>(full) * scale())));
}

Report::Report(int number, std::string row, std::string title)
    : number_(number), row_(std::move(row)), title_(std::move(title)) {
  fmt::print("{}: {}\n", row_, title_);
}

void Report::add(Line line) {
  fmt::print("  {}{}: {:.4g} [{:.4g}-{:.4g}]", line.ours, line.theirs.empty() ? "" : " over " + line.theirs,
             line.value.median, line.value.min, line.value.max);
  if (line.target)
    fmt::print(", floor {:g} {}", line.target->floor,
               reaches(line.value.median, line.target->floor, line.target->sense) ? "met" : "MISSED");
  fmt::print("\n");
  std::fflush(stdout);
  lines_.push_back(std::move(line));
}

void Report::compare(Rounds const& rounds, std::size_t ours, std::size_t theirs, std::string unit,
                     std::optional<Target> target) {
  auto const& mine = rounds.samples[ours];
  auto const& others = rounds.samples[theirs];
  add({rounds.sides[ours], rounds.sides[theirs], std::move(unit), mine, others, target,
       ratios(mine, others)});
}

void Report::judge(std::string name, std::string unit, std::vector<Sample> const& samples,
                   std::optional<Target> target) {
  add({std::move(name), {}, std::move(unit), samples, {}, target, figures(samples)});
}

int Report::finish() const {
  Json lines = Json::array();
  for (Line const& line : lines_) {
    Json one{
        {"ours", line.ours}, {"theirs", line.theirs}, {"unit", line.unit}, {"value", json_of(line.value)}};
    if (line.target) {
      one["sense"] = line.target->sense == Target::Sense::AtLeast ? "at least" : "at most";
      one["floor"] = line.target->floor;
      one["aim"] = line.target->aim;
      one["floor_met"] = reaches(line.value.median, line.target->floor, line.target->sense);
      one["aim_met"] = reaches(line.value.median, line.target->aim, line.target->sense);
    }
    one["our_rounds"] = json_of(line.our_samples);
    if (!line.theirs.empty()) one["their_rounds"] = json_of(line.their_samples);
    lines.push_back(std::move(one));
  }
  Json facts;
  for (auto const& [name, value] : machine_facts()) facts[name] = value;
  Json const all{{"number", number_}, {"row", row_},     {"title", title_}, {"scale", scale()},
                 {"lines", lines},    {"notes", notes_}, {"machine", facts}};
  char const* folder = std::getenv("TAMGA_BENCH_RESULTS");
  std::filesystem::path const target = folder ? folder : source_path("bench/results");
  std::filesystem::create_directories(target);
  std::ofstream file(target / (row_ + ".json"));
  file << all.dump(1) << '\n';
  return file.good() ? 0 : 1;
}

}  // namespace tamga::bench
