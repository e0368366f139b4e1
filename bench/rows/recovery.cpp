// SPDX-License-Identifier: Apache-2.0
// A store of a hundred million codes is killed in the middle of its work; how long until it answers again,
// rightly.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "bench/measure/cpu_time.hpp"
#include "bench/measure/folder.hpp"
#include "bench/measure/must.hpp"
#include "bench/measure/report.hpp"
#include "bench/plant/population.hpp"

namespace tamga::bench {
namespace {

using ledger::CodeStatus;
using ledger::Event;

/// How far the work has come: what was acknowledged last.
struct Progress {
  std::int64_t line = 0;   ///< codes of the first half sold in the order of the line
  std::int64_t apart = 0;  ///< codes of the second half sold here and there

  void advance() {
    line += 8000;
    apart += 200;
  }
};

/// The n-th code of a walk over the second half that touches another block at every step; none was sold
/// before.
std::int64_t apart(Population const& all, std::int64_t n) {
  std::int64_t const half = all.size() / 2;
  std::int64_t const blocks = half / 1024;
  return half + n % blocks * 1024 + n / blocks % 512 * 2;
}

ledger::CodeSet unsold(Population const& all, std::int64_t first, std::int64_t count) {
  ledger::CodeSet set;
  std::int64_t from = first;
  for (std::int64_t n = first; n <= first + count; ++n) {
    if (n < first + count && !Population::sold(n)) continue;
    if (n > from) {
      auto const piece = stretch(all, from, n - from);
      for (auto const& range : piece.ranges()) set.add(range);
    }
    from = n + 1;
  }
  return set;
}

/// Works until it is killed: commits of 200 receipts and a document of 8 000 codes, settled in between as a
/// server does.
[[noreturn]] void work(std::filesystem::path const& folder, Population const& all, Progress progress,
                       int out) {
  Plant plant(folder);
  auto const sell = ledger::patch_of(Event::Sell).reason(1);
  while (true) {
    if (progress.line + 8000 > all.size() / 2) pause();  // all of the first half is sold
    std::vector<std::vector<ledger::Change>> documents;
    documents.push_back({{Event::Sell, sell, unsold(all, progress.line, 8000)}});
    for (int i = 0; i < 200; ++i)
      documents.push_back(
          {{Event::Sell, sell, ledger::CodeSet({all.code(apart(all, progress.apart + i)), 1})}});
    plant.happen(documents);
    progress.advance();
    require(::write(out, &progress, sizeof progress) == sizeof progress, "nobody listens");
    plant.settle(false);
  }
}

/// Lets it work for a while, kills it, and gives what it had acknowledged.
Progress work_and_die(std::filesystem::path const& folder, Population const& all, Progress progress, int ms) {
  int ends[2];
  require(pipe(ends) == 0, "no pipe");
  pid_t const child = fork();
  if (child == 0) {
    close(ends[0]);
    work(folder, all, progress, ends[1]);
  }
  close(ends[1]);
  std::this_thread::sleep_for(std::chrono::milliseconds(ms));
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  Progress last = progress;
  for (Progress seen; read(ends[0], &seen, sizeof seen) == sizeof seen;) last = seen;
  close(ends[0]);
  require(last.line > progress.line, "the life was too short");
  return last;
}

void expect(CodeStatus seen, CodeStatus wanted, char const* what) {
  require(seen == wanted, std::string("wrong answer about ") + what);
}

/// Opens what was left and asks; `progress` also takes in what was durable before it could be acknowledged.
Sample answer(std::filesystem::path const& folder, Population const& all, Progress& progress) {
  double const cpu = own_cpu();
  Stopwatch const watch;
  Plant plant(folder);
  auto const last_sold = progress.line - (Population::sold(progress.line - 1) ? 2 : 1);
  std::array const asked{all.code(last_sold), all.code(apart(all, progress.apart - 1)),
                         all.code(all.size() - 2), all.code(apart(all, progress.apart))};
  std::array<ledger::CodeState, asked.size()> states;
  must(plant.ledger().states(asked, states));
  Sample const sample{watch.seconds(), own_cpu() - cpu};
  expect(states[0].status, CodeStatus::Retired, "the last acknowledged document");
  expect(states[1].status, CodeStatus::Retired, "the last acknowledged receipt");
  expect(states[2].status, CodeStatus::Introduced, "a code that was left alone");
  if (states[3].status == CodeStatus::Retired) progress.advance();
  return sample;
}

int run() {
  Report report(8, "recovery", "100 M codes, killed under load: time to the first correct answer");
  Folder const folder;
  auto const codes = scaled(100'000'000, 1'000'000);
  Population all;
  {
    Plant plant(folder.path());
    all = populate(plant, plant.form(gs1::TailKind::Mac4, 13), codes);
  }
  Progress progress;
  auto const life_ms = static_cast<int>(scaled(2'500, 400));
  auto const rounds = interleave({{"kill to answer",
                                   [&](int) {
                                     progress = work_and_die(folder.path(), all, progress, life_ms);
                                     return answer(folder.path(), all, progress);
                                   }}},
                                 5);
  report.judge("kill to answer", "s", rounds.samples[0], Target{Target::Sense::AtMost, 10, 2});
  report.note(std::to_string(all.size()) +
              " codes, one in a hundred sold by itself before; under load documents of 8 000 codes "
              "and 200 receipts a commit; killed after " +
              std::to_string(life_ms) + " ms");
  report.note("The process is killed, the machine is not: files are in the memory of the kernel");
  return report.finish();
}

}  // namespace
}  // namespace tamga::bench

int main() { return tamga::bench::run(); }
