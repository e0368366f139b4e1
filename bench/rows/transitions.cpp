// SPDX-License-Identifier: Apache-2.0
// How many codes change their state in a second, durably, in signed documents of 8 000 codes that keep
// coming.
#include <fmt/format.h>

#include <deque>
#include <thread>

#include "bench/measure/cpu_time.hpp"
#include "bench/measure/folder.hpp"
#include "bench/measure/must.hpp"
#include "bench/measure/report.hpp"
#include "bench/plant/office.hpp"
#include "bench/plant/printer.hpp"

namespace tamga::bench {
namespace {

constexpr std::int64_t kDocument = 8'000;
constexpr int kRounds = 5;
constexpr std::size_t kWaiting = 16;  // documents handed over and not answered yet

int run() {
  Report report(6, "transitions", "Durable transitions in signed documents of 8 000 codes");
  Folder const folder;
  Population all;
  auto const documents_a_round = scaled(500, 10);
  auto const needed = documents_a_round * (kRounds + 1) * kDocument;
  {
    Plant plant(folder.path());
    all = populate(plant, plant.form(gs1::TailKind::Mac44, 13),
                   std::max(scaled(100'000'000, 1'000'000), (needed * 51 / 50 / 1'000'000 + 1) * 1'000'000));
  }
  Office office(folder.path());
  Printer printer(all, office.book(), office.tails(), office.store());
  std::int64_t next = 0;
  // Written and signed outside the time that counts: that is the senders' work.
  auto const write_documents = [&] {
    std::vector<documents::Parcel> parcels;
    for (std::int64_t i = 0; i < documents_a_round; ++i) {
      std::vector<std::int64_t> numbers;
      for (; static_cast<std::int64_t>(numbers.size()) < kDocument; ++next)
        if (!Population::sold(next)) numbers.push_back(next);
      std::string body = R"({"kind":"withdraw","reason":"OWN_USE","primary_document":"Act 1","codes":[)";
      printer.append_json(numbers, body);
      body += "]}";
      auto signature = office.sign(body);
      parcels.push_back(office.parcel(std::move(body), std::move(signature)));
    }
    return parcels;
  };
  auto const rounds =
      interleave({{"documents of 8 000",
                   [&](int) {
                     auto parcels = write_documents();
                     double const cpu = own_cpu();
                     Stopwatch const watch;
                     std::deque<std::future<documents::Answer>> answers;
                     for (auto& parcel : parcels) {
                       answers.push_back(office.send(std::move(parcel)));
                       if (answers.size() < kWaiting) continue;
                       Office::expect_accepted(answers.front().get(), kDocument);
                       answers.pop_front();
                     }
                     for (auto& answer : answers) Office::expect_accepted(answer.get(), kDocument);
                     return Sample{static_cast<double>(documents_a_round * kDocument) / watch.seconds(),
                                   own_cpu() - cpu};
                   }}},
                 kRounds);
  report.judge("documents of 8 000", "codes/s", rounds.samples[0],
               Target{Target::Sense::AtLeast, 1'000'000, 2'000'000});
  report.note(
      fmt::format("{} documents a round from one sender, at most {} unanswered; signatures and tails of 44 "
                  "characters are verified; the ledger settles in between",
                  documents_a_round, kWaiting));
  return report.finish();
}

}  // namespace
}  // namespace tamga::bench

int main() { return tamga::bench::run(); }
