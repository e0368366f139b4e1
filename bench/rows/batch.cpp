// SPDX-License-Identifier: Apache-2.0
// A hundred codes checked by one request: codes a second of one core of the server.
#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "bench/measure/cpu_time.hpp"
#include "bench/measure/folder.hpp"
#include "bench/measure/must.hpp"
#include "bench/measure/report.hpp"
#include "bench/peers/wrk.hpp"
#include "bench/plant/printer.hpp"
#include "bench/plant/served.hpp"

namespace tamga::bench {
namespace {

constexpr std::size_t kCodes = 100;     // a request
constexpr std::size_t kBodies = 2'000;  // different requests

int run() {
  Report report(3, "batch", "100 codes checked by one request");
  Folder const folder;
  Population all;
  auto const walk = folder.path() / "walk.lua";
  {
    Plant plant(folder.path() / "ru");
    all = populate(plant, plant.form(gs1::TailKind::Mac4, 13), scaled(100'000'000, 1'000'000));
    Printer printer(all, plant.book(), plant.tails(), plant.store());
    std::vector<WebRequest> requests;
    auto const numbers = scattered(all, kBodies * kCodes, 4);
    for (std::size_t i = 0; i < kBodies; ++i) {
      std::string body = R"({"codes":[)";
      printer.append_json(std::span(numbers).subspan(i * kCodes, kCodes), body);
      requests.push_back({"POST", "/api/v1/check", body + "]}"});
    }
    write_walk(walk, requests);
  }
  Served const served(folder.path());
  {
    std::ifstream list(std::filesystem::path(walk).replace_extension(".tsv"));
    std::string line;
    std::getline(list, line);
    auto const answer =
        must(served.client().send(http::Method::Post, "/api/v1/check", {{"Content-Type", "application/json"}},
                                  line.substr(line.rfind('\t') + 1)));
    auto const codes = nlohmann::json::parse(answer.body).at("codes");
    require(codes.size() == kCodes, "check: " + answer.body);
    for (auto const& one : codes)
      require(one.at("sale_allowed") == true && one.at("tail") == "genuine", "wrong answer: " + one.dump());
  }
  auto const seconds = static_cast<int>(scaled(5, 1));
  std::vector<Sample> per_second;
  auto const rounds =
      interleave({{"100 codes a request",
                   [&](int round) {
                     double const before = served.cpu_seconds();
                     Stopwatch const watch;
                     auto sample = wrk(served.url(), walk, seconds, [&] { return served.cpu_seconds(); });
                     double const codes = sample.figure * kCodes;
                     if (round > 0) per_second.push_back({codes, sample.cpu_seconds});
                     double const cores = (served.cpu_seconds() - before) / watch.seconds();
                     return Sample{codes / cores, sample.cpu_seconds};
                   }}},
                 5);
  report.judge("100 codes a request", "codes/s/core", rounds.samples[0],
               Target{Target::Sense::AtLeast, 2'000'000, 3'000'000});
  report.judge("100 codes a request, with the load generator on the same cores", "codes/s", per_second, {});
  report.note(fmt::format(
      "{} codes, {} of them asked for at random, tails of 4 characters verified; a core is a second "
      "of the server's processor time",
      all.size(), kBodies * kCodes));
  return report.finish();
}

}  // namespace
}  // namespace tamga::bench

int main() { return tamga::bench::run(); }
